-- Revert howdah:api/tenants from pg

begin;

select gateway.withdraw('GET', '/v1/tenant');
select gateway.withdraw('GET', '/v1/tenants');
select gateway.withdraw('PATCH', '/v1/tenant');
select gateway.withdraw('POST', '/v1/tenants');
select gateway.withdraw('PUT', '/v1/tenants/{tenant_id}/state');

drop function api.rename_tenant(core.title);
drop function api.get_tenant();
drop function api.set_tenant_state(uuid,text);
drop function api.list_tenants(uuid,integer);
drop function api.create_tenant(core.slug,core.title);
drop function api.view_tenant(tenancy.tenant);
drop type api.created_tenant;
drop type api.tenant;

commit;
