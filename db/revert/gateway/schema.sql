-- Revert howdah:gateway/schema from pg

begin;

drop schema gateway;

commit;
