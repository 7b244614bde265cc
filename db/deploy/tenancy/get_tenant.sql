-- Deploy howdah:tenancy/get_tenant to pg
-- requires: tenancy/tenant
-- requires: core/context

begin;

set local role tenancy_owner;

create function tenancy.get_tenant()
returns tenancy.tenant
language sql
stable
security definer
set search_path = ''
as $$
    select t from tenancy.tenant as t where t.tenant_id = (select core.tenant_id())
$$;

comment on function tenancy.get_tenant is 'The tenant of the context.';

create function tenancy.rename_tenant(name core.title)
returns tenancy.tenant
language sql
volatile
security definer
set search_path = ''
as $$
    update tenancy.tenant as t
    set name = rename_tenant.name, version = t.version + 1
    where t.tenant_id = (select core.tenant_id())
    returning t
$$;

comment on function tenancy.rename_tenant is 'Gives the tenant of the context another name.';
grant execute on function tenancy.get_tenant(), tenancy.rename_tenant(core.title) to api_owner;

commit;
