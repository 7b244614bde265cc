-- Deploy howdah:iam/manage_roles to pg
-- requires: iam/check_grantable

begin;

set local role iam_owner;

create function iam.declare_permission(name text, description text)
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    insert into iam.permission (name, description)
    values (declare_permission.name, declare_permission.description)
    on conflict on constraint permission_pkey do nothing
$$;

comment on function iam.declare_permission is 'Makes a permission known; one that is known keeps its description.';
grant execute on function iam.declare_permission to gateway_owner;

create function iam.list_permissions()
returns setof iam.permission
language sql
stable
security definer
set search_path = ''
as $$
    select p.* from iam.permission as p where p.name not like 'operator.%' order by p.name
$$;

comment on function iam.list_permissions is 'Every permission that a role of a tenant can carry.';

create function iam.list_roles()
returns table (name text, description text, permissions text[], is_builtin boolean)
language sql
stable
security definer
set search_path = ''
as $$
    select r.name::text, r.description, r.permissions, false
    from iam.role as r
    where r.tenant_id = (select core.tenant_id())
    union all
    select b.name::text, b.description, b.permissions, true
    from iam.builtin_role as b
    where not b.is_operator
    order by 4 desc, 1
$$;

comment on function iam.list_roles is 'The roles that can be given in the tenant of the context.';

create function iam.create_role(name core.slug, permissions text[], description text default '')
returns iam.role
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_unknown text;
    v_role iam.role;
begin
    select p into v_unknown
    from unnest(create_role.permissions) as p
    where p is distinct from '*' and not exists (select from iam.permission as known where known.name = p)
    limit 1;

    if found then
        raise exception using
            errcode = 'IA422', message = format('there is no permission %L', v_unknown), column = 'permissions';
    end if;

    perform iam.check_permissions_grantable(create_role.permissions);

    if exists (select from iam.builtin_role as b where b.name = create_role.name) then
        raise exception using errcode = 'IA409', message = format('the role %L is built in', create_role.name);
    end if;

    insert into iam.role as r (tenant_id, name, description, permissions)
    values (core.tenant_id(), create_role.name, create_role.description, create_role.permissions)
    on conflict on constraint role_pkey do nothing
    returning r.* into v_role;

    if v_role.name is null then
        raise exception using errcode = 'IA409', message = format('there is a role %L already', create_role.name);
    end if;
    return v_role;
end
$$;

comment on function iam.create_role is
    'Makes a role in the tenant of the context. Raises IA409 when the name is taken, IA422 for an unknown permission, IA403 for one that the caller does not have.';

create function iam.delete_role(name core.slug)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    if exists (
        select
        from iam.api_key as k
        where k.tenant_id = core.tenant_id() and k.role = delete_role.name and k.revoked_at is null
    ) then
        raise exception using
            errcode = 'IA409', message = format('the role %L is in use', delete_role.name),
            hint = 'Revoke the keys that act in it first.';
    end if;

    delete from iam.role as r where r.tenant_id = core.tenant_id() and r.name = delete_role.name;

    if not found then
        raise exception using
            errcode = 'IA404', message = format('there is no role %L that could be deleted', delete_role.name);
    end if;
end
$$;

comment on function iam.delete_role is 'Deletes a role of the tenant of the context. Raises IA404, IA409 while a key acts in it.';

grant usage on type iam.role, iam.permission to api_owner;
grant execute on function
    iam.list_permissions(), iam.list_roles(), iam.create_role(core.slug, text[], text), iam.delete_role(core.slug)
to api_owner;

commit;
