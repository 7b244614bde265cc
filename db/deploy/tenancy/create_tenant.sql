-- Deploy howdah:tenancy/create_tenant to pg
-- requires: tenancy/tenant

begin;

grant create on schema tenancy to tenancy_engine;
set local role tenancy_engine;

create function tenancy.create_tenant(slug core.slug, name core.title)
returns tenancy.tenant
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_tenant tenancy.tenant;
begin
    insert into tenancy.tenant as t (slug, name)
    values (create_tenant.slug, create_tenant.name)
    on conflict on constraint tenant_slug_key do nothing
    returning t.* into v_tenant;

    if v_tenant.tenant_id is null then
        raise exception using
            errcode = 'TE409',
            message = format('the slug %L is taken', create_tenant.slug),
            hint = 'Choose another slug.';
    end if;

    return v_tenant;
end
$$;

comment on function tenancy.create_tenant is 'Adds a tenant. Raises TE409 when the slug is taken.';
grant execute on function tenancy.create_tenant to api_owner, iam_engine;

create function tenancy.list_tenants(after uuid, "limit" integer)
returns setof tenancy.tenant
language sql
stable
security definer
set search_path = ''
as $$
    select t.*
    from tenancy.tenant as t
    where list_tenants.after is null or t.tenant_id > list_tenants.after
    order by t.tenant_id
    limit list_tenants."limit"
$$;

comment on function tenancy.list_tenants is 'All tenants in the order of their ids, for operators.';
grant execute on function tenancy.list_tenants to api_owner;

create function tenancy.state_of(tenant_id uuid)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return (
        select t.state from tenancy.tenant as t where t.tenant_id = state_of.tenant_id
    );
end
$$;

comment on function tenancy.state_of is 'The state of any tenant: active or suspended; null when there is none.';
grant execute on function tenancy.state_of to iam_engine, queue_engine;

create function tenancy.suspended_tenants()
returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return array(select t.tenant_id from tenancy.tenant as t where t.state = 'suspended');
end
$$;

comment on function tenancy.suspended_tenants is 'The tenants that are suspended now.';
grant execute on function tenancy.suspended_tenants to queue_engine;

create function tenancy.set_state(tenant_id uuid, state text)
returns tenancy.tenant
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_tenant tenancy.tenant;
begin
    update tenancy.tenant as t
    set state = set_state.state, version = t.version + 1
    where t.tenant_id = set_state.tenant_id
    returning t.* into v_tenant;

    if not found then
        raise exception using
            errcode = 'TE404', message = format('there is no tenant %s', set_state.tenant_id);
    end if;

    return v_tenant;
end
$$;

comment on function tenancy.set_state is 'Suspends a tenant or makes it active again, for operators. Raises TE404, 23514.';
grant execute on function tenancy.set_state to api_owner;

reset role;
set local role tenancy_owner;
grant usage on type tenancy.tenant to api_owner, iam_engine, tenancy_engine;

commit;
