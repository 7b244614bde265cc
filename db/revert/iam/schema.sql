-- Revert howdah:iam/schema from pg

begin;

drop schema iam;

commit;
