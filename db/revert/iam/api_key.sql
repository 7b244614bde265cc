-- Revert howdah:iam/api_key from pg

begin;

drop table iam.api_key;

commit;
