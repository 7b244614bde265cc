-- Deploy howdah:iam/authenticate to pg
-- requires: iam/api_key
-- requires: tenancy/create_tenant

begin;

set local role iam_owner;

create type iam.caller as (
    tenant_id uuid,
    principal_id uuid,
    role text,
    permissions text[],
    is_suspended boolean
);
comment on type iam.caller is 'Who calls: the tenant, the principal, and what it may do there.';
comment on column iam.caller.tenant_id is 'The tenant that the credential opens.';
comment on column iam.caller.principal_id is 'The user or the API key.';
comment on column iam.caller.role is 'The name of its role.';
comment on column iam.caller.permissions is 'What the role lets it do.';
comment on column iam.caller.is_suspended is 'The tenant is suspended.';
grant usage on type iam.caller to iam_engine, gateway_owner, event_engine, api_owner;

reset role;
set local role iam_engine;

-- Looks through the keys of all tenants, since only the answer says which tenant it is.
create function iam.authenticate(digest bytea)
returns iam.caller
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_caller iam.caller;
begin
    select
        k.tenant_id,
        k.api_key_id,
        k.role::text,
        coalesce(r.permissions, b.permissions, '{}'),
        tenancy.state_of(k.tenant_id) is distinct from 'active'
    into v_caller
    from iam.api_key as k
        left join iam.role as r on r.tenant_id = k.tenant_id and r.name = k.role
        left join iam.builtin_role as b on b.name = k.role
    where k.digest = authenticate.digest
        and k.revoked_at is null
        and (k.expires_at is null or k.expires_at > core.now());

    return v_caller;
end
$$;

comment on function iam.authenticate is
    'Whose credential has this SHA-256; null for one that is unknown, revoked or expired.';
grant execute on function iam.authenticate to gateway_owner;

reset role;
set local role iam_owner;

create function iam.allows(permissions text[], permission text)
returns boolean
language sql
immutable
parallel safe
as $$
    select permission is null
        or coalesce(permission = any (permissions), false)
        or coalesce('*' = any (permissions) and permission not like 'operator.%', false)
$$;

comment on function iam.allows is
    'Whether these permissions cover this one; * covers all but the operator''s. Null asks for none.';
grant execute on function iam.allows to gateway_owner, api_owner;

commit;
