-- Deploy howdah:iam/check_grantable to pg
-- requires: iam/authenticate

begin;

set local role iam_owner;

create function iam.permissions_of(role text)
returns text[]
language sql
stable
security definer
set search_path = ''
as $$
    select coalesce(
        (
            select r.permissions
            from iam.role as r
            where r.tenant_id = (select core.tenant_id()) and r.name = permissions_of.role
        ),
        (select b.permissions from iam.builtin_role as b where b.name = permissions_of.role)
    )
$$;

comment on function iam.permissions_of is 'What a role lets one do in the tenant of the context; null when there is no such role.';

create function iam.own_permissions()
returns text[]
language sql
stable
security definer
set search_path = ''
as $$
    select iam.permissions_of(k.role)
    from iam.api_key as k
    where k.tenant_id = (select core.tenant_id()) and k.api_key_id = (select core.principal_id())
$$;

comment on function iam.own_permissions is 'What the principal of the context may do.';

create function iam.check_permissions_grantable(permissions text[])
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_own text[] := coalesce(iam.own_permissions(), '{}');
    v_excess text[];
begin
    select array_agg(p)
    into v_excess
    from unnest(permissions) as p
    where not (p = any (v_own) or iam.allows(v_own, p));

    if v_excess is not null then
        raise exception using
            errcode = 'IA403',
            message = format('you may not give what you do not have: %s', array_to_string(v_excess, ', '));
    end if;
end
$$;

comment on function iam.check_permissions_grantable is
    'Raises IA403 unless the principal of the context has all of these permissions itself.';

create function iam.check_grantable(role core.slug)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_permissions text[] := iam.permissions_of(role);
begin
    if v_permissions is null then
        raise exception using errcode = 'IA422', message = format('there is no role %L', role);
    end if;
    perform iam.check_permissions_grantable(v_permissions);
end
$$;

comment on function iam.check_grantable is
    'Raises IA422 when there is no such role, IA403 when it carries more than the principal of the context has.';

grant execute on function
    iam.own_permissions(), iam.permissions_of(text), iam.check_permissions_grantable(text[]),
    iam.check_grantable(core.slug)
to api_owner;

commit;
