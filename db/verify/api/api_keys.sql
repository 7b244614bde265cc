-- Verify howdah:api/api_keys on pg

begin;

select 1 / count(*) from gateway.route where method = 'DELETE' and path = '/v1/api-keys/{api_key_id}';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/api-keys';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/whoami';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/api-keys';
select 1 / count(*) from gateway.nullable_field where type_name = 'api.api_key';
select 'api.api_key'::regtype;
select 'api.created_api_key'::regtype;
select 'api.caller'::regtype;
select 1 / has_function_privilege('gateway_owner', 'api.view_api_key(iam.api_key)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.create_api_key(core.title,core.slug,timestamp with time zone)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.list_api_keys(uuid,integer)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.revoke_api_key(uuid)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.whoami()', 'execute')::int;

rollback;
