-- Revert howdah:queue/schema from pg

begin;

drop schema queue;

commit;
