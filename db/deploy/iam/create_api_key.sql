-- Deploy howdah:iam/create_api_key to pg
-- requires: iam/check_grantable
-- requires: core/new_secret

begin;

set local role iam_owner;

create function iam.create_api_key(
    name core.title,
    role core.slug,
    expires_at timestamptz default null,
    out secret text,
    out api_key iam.api_key
)
returns record
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    if create_api_key.expires_at <= core.now() then
        raise exception using
            errcode = 'IA422', message = 'the key would have expired already', column = 'expires_at';
    end if;

    perform iam.check_grantable(create_api_key.role);
    secret := core.new_secret('hwd_');

    insert into iam.api_key as k (tenant_id, name, role, digest, hint, created_by, expires_at)
    values (
        core.tenant_id(), create_api_key.name, create_api_key.role, sha256(convert_to(secret, 'UTF8')),
        left(secret, 10), core.principal_id(), create_api_key.expires_at
    )
    returning k.* into api_key;
end
$$;

comment on function iam.create_api_key is
    'Makes a key in the tenant of the context and gives its secret, this once. Raises IA403 when the role carries more than the caller has, IA422 for an unknown role or a time that is past.';

create function iam.list_api_keys(after uuid, "limit" integer)
returns setof iam.api_key
language sql
stable
security definer
set search_path = ''
as $$
    select k.*
    from iam.api_key as k
    where k.tenant_id = (select core.tenant_id())
        and (list_api_keys.after is null or k.api_key_id > list_api_keys.after)
    order by k.api_key_id
    limit list_api_keys."limit"
$$;

comment on function iam.list_api_keys is 'The keys of the tenant of the context, oldest first.';

-- Who may give keys of few rights must not lock out those of more.
create function iam.revoke_api_key(api_key_id uuid)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_role text;
begin
    update iam.api_key as k
    set revoked_at = coalesce(k.revoked_at, core.now())
    where k.tenant_id = core.tenant_id() and k.api_key_id = revoke_api_key.api_key_id
    returning k.role into v_role;

    if not found then
        raise exception using
            errcode = 'IA404', message = format('there is no API key %s', revoke_api_key.api_key_id);
    end if;

    perform iam.check_permissions_grantable(coalesce(iam.permissions_of(v_role), '{}'));
end
$$;

comment on function iam.revoke_api_key is
    'Revokes a key from this moment on; again is no error. Raises IA404, IA403 when its role carries more than the caller has.';

grant usage on type iam.api_key to api_owner, iam_engine;
grant execute on function
    iam.create_api_key(core.title, core.slug, timestamptz), iam.list_api_keys(uuid, integer),
    iam.revoke_api_key(uuid)
to api_owner;

commit;
