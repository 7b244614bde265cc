-- Revert howdah:pulse/schema from pg

begin;

drop schema pulse;

commit;
