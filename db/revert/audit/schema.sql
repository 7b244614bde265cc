-- Revert howdah:audit/schema from pg

begin;

drop schema audit;

commit;
