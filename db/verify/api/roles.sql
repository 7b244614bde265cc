-- Verify howdah:api/roles on pg

begin;

select 1 / count(*) from gateway.route where method = 'DELETE' and path = '/v1/roles/{name}';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/permissions';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/roles';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/roles';
select 'api.role'::regtype;
select 'api.permission'::regtype;
select 1 / has_function_privilege('gateway_owner', 'api.list_roles()', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.create_role(core.slug,text[],text)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.delete_role(core.slug)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.list_permissions()', 'execute')::int;

rollback;
