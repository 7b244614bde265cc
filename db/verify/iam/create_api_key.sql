-- Verify howdah:iam/create_api_key on pg

begin;

select 1 / has_function_privilege('api_owner', 'iam.create_api_key(core.title,core.slug,timestamp with time zone)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'iam.list_api_keys(uuid,integer)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'iam.revoke_api_key(uuid)', 'execute')::int;

rollback;
