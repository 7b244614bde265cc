-- Verify howdah:api/tenants on pg

begin;

select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/tenant';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/tenants';
select 1 / count(*) from gateway.route where method = 'PATCH' and path = '/v1/tenant';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/tenants';
select 1 / count(*) from gateway.route where method = 'PUT' and path = '/v1/tenants/{tenant_id}/state';
select 'api.tenant'::regtype;
select 'api.created_tenant'::regtype;
select 1 / has_function_privilege('gateway_owner', 'api.view_tenant(tenancy.tenant)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.create_tenant(core.slug,core.title)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.list_tenants(uuid,integer)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.set_tenant_state(uuid,text)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.get_tenant()', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.rename_tenant(core.title)', 'execute')::int;

rollback;
