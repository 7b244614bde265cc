-- Revert howdah:tenancy/create_tenant from pg

begin;

drop function tenancy.set_state(uuid,text);
drop function tenancy.suspended_tenants();
drop function tenancy.state_of(uuid);
drop function tenancy.list_tenants(uuid,integer);
drop function tenancy.create_tenant(core.slug,core.title);

commit;
