-- Deploy howdah:api/tenants to pg
-- requires: api/schema
-- requires: tenancy/get_tenant
-- requires: iam/create_first_api_key
-- requires: queue/due_schedules

begin;

set local role api_owner;

create type api.tenant as (tenant_id uuid, slug core.slug, name core.title, state text, version integer, created_at timestamptz);
comment on type api.tenant is 'An organisation that uses the platform.';
comment on column api.tenant.tenant_id is 'The id of the tenant.';
comment on column api.tenant.slug is 'Its short name, unique over all tenants.';
comment on column api.tenant.name is 'Its name for people.';
comment on column api.tenant.state is 'active or suspended.';
comment on column api.tenant.version is 'Counts its changes.';
comment on column api.tenant.created_at is 'Since when it exists.';

create type api.created_tenant as (tenant api.tenant, api_key text);
comment on type api.created_tenant is 'A new tenant and its first key.';
comment on column api.created_tenant.tenant is 'The tenant.';
comment on column api.created_tenant.api_key is 'The secret of its first API key, in the role owner; shown this once.';

create function api.view_tenant(tenant tenancy.tenant)
returns api.tenant
language sql
immutable
set search_path = ''
as $$
    select (tenant).tenant_id, (tenant).slug, (tenant).name, (tenant).state, (tenant).version, (tenant).created_at
$$;

comment on function api.view_tenant is 'A tenant as the API shows it.';

create function api.create_tenant(slug core.slug, name core.title)
returns api.created_tenant
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_tenant tenancy.tenant := tenancy.create_tenant(slug, name);
begin
    return row(api.view_tenant(v_tenant), iam.create_first_api_key(v_tenant.tenant_id))::api.created_tenant;
end
$$;

comment on function api.create_tenant is
    'Creates a tenant and its first API key, whose secret is shown this once. For operators. Raises TE409 when the slug is taken.';

create function api.list_tenants(after uuid default null, "limit" integer default 50)
returns setof api.tenant
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return query
    select v.*
    from tenancy.list_tenants(after, "limit") as t
        cross join lateral api.view_tenant(t) as v;
end
$$;

comment on function api.list_tenants is 'Lists all tenants, oldest first. For operators.';

create function api.set_tenant_state(tenant_id uuid, state text)
returns api.tenant
language sql
volatile
security definer
set search_path = ''
as $$
    select queue.recheck_schedules(tenant_id) where state = 'active';
    select api.view_tenant(tenancy.set_state(tenant_id, state))
$$;

comment on function api.set_tenant_state is
    'Suspends a tenant, whose credentials are refused from then on, or makes it active again: then its schedules make up for what they missed, each as it says. For operators. Raises TE404.';

create function api.get_tenant()
returns api.tenant
language sql
stable
security definer
set search_path = ''
as $$
    select api.view_tenant(tenancy.get_tenant())
$$;

comment on function api.get_tenant is 'Shows the tenant that the credential opens.';

create function api.rename_tenant(name core.title)
returns api.tenant
language sql
volatile
security definer
set search_path = ''
as $$
    select api.view_tenant(tenancy.rename_tenant(name))
$$;

comment on function api.rename_tenant is 'Gives the tenant another name.';

select gateway.expose(
    'POST', '/v1/tenants', 'api.create_tenant', 'Create a tenant', 'operator.tenant.create', tags => '{tenants}',
    arguments => '{"slug": "The short name of the tenant.", "name": "Its name for people."}',
    examples => '{"request": {"slug": "acme", "name": "Acme Ltd"}}'
);
select gateway.expose(
    'GET', '/v1/tenants', 'api.list_tenants', 'List all tenants', 'operator.tenant.read', tags => '{tenants}', page_key => 'tenant_id'
);
select gateway.expose(
    'PUT', '/v1/tenants/{tenant_id}/state', 'api.set_tenant_state', 'Suspend a tenant or make it active', 'operator.tenant.suspend',
    tags => '{tenants}', arguments => '{"tenant_id": "The tenant.", "state": "active or suspended."}'
);
select gateway.expose('GET', '/v1/tenant', 'api.get_tenant', 'Show the own tenant', 'tenant.read', tags => '{tenants}');
select gateway.expose(
    'PATCH', '/v1/tenant', 'api.rename_tenant', 'Rename the own tenant', 'tenant.write', tags => '{tenants}',
    arguments => '{"name": "The new name."}'
);

commit;
