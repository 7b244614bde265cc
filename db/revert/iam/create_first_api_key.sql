-- Revert howdah:iam/create_first_api_key from pg

begin;

drop function iam.bootstrap_operator_key();
drop function iam.create_first_api_key(uuid,core.slug);

commit;
