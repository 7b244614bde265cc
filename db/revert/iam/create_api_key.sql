-- Revert howdah:iam/create_api_key from pg

begin;

drop function iam.revoke_api_key(uuid);
drop function iam.list_api_keys(uuid,integer);
drop function iam.create_api_key(core.title,core.slug,timestamp with time zone);

commit;
