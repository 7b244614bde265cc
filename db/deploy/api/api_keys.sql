-- Deploy howdah:api/api_keys to pg
-- requires: api/schema
-- requires: iam/create_api_key

begin;

set local role api_owner;

create type api.api_key as (
    api_key_id uuid, name core.title, role core.slug, hint text, created_at timestamptz, expires_at timestamptz, revoked_at timestamptz
);
comment on type api.api_key is 'A credential of a program.';
comment on column api.api_key.api_key_id is 'The id of the key.';
comment on column api.api_key.name is 'What it is used for.';
comment on column api.api_key.role is 'The role that it acts in.';
comment on column api.api_key.hint is 'The first characters of the secret.';
comment on column api.api_key.created_at is 'Since when it exists.';
comment on column api.api_key.expires_at is 'From when on it is refused; null: never.';
comment on column api.api_key.revoked_at is 'When it was revoked; null: it was not.';
select gateway.declare_nullable('api.api_key', 'expires_at', 'revoked_at');

create type api.created_api_key as (api_key api.api_key, secret text);
comment on type api.created_api_key is 'A new key with its secret.';
comment on column api.created_api_key.api_key is 'The key.';
comment on column api.created_api_key.secret is 'The secret; shown this once.';

create function api.view_api_key(api_key iam.api_key)
returns api.api_key
language sql
immutable
set search_path = ''
as $$
    select
        (api_key).api_key_id, (api_key).name, (api_key).role, (api_key).hint, (api_key).created_at,
        (api_key).expires_at, (api_key).revoked_at
$$;

comment on function api.view_api_key is 'A key as the API shows it.';

create function api.create_api_key(name core.title, role core.slug, expires_at timestamptz default null)
returns api.created_api_key
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_made record := iam.create_api_key(name, role, expires_at);
begin
    return row(api.view_api_key(v_made.api_key), v_made.secret)::api.created_api_key;
end
$$;

comment on function api.create_api_key is
    'Makes a key; its secret is shown this once. Raises IA403 when the role carries more than the caller has, IA422 for an unknown role or a time that is past.';

create function api.list_api_keys(after uuid default null, "limit" integer default 50)
returns setof api.api_key
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return query
    select v.*
    from iam.list_api_keys(after, "limit") as k
        cross join lateral api.view_api_key(k) as v;
end
$$;

comment on function api.list_api_keys is 'Lists the keys of the tenant, oldest first, revoked ones too.';

create function api.revoke_api_key(api_key_id uuid)
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    select iam.revoke_api_key(api_key_id)
$$;

comment on function api.revoke_api_key is 'Revokes a key from this moment on; again is no error. Raises IA404, IA403 when its role carries more than the caller has.';

create type api.caller as (tenant_id uuid, principal_id uuid, permissions text[]);
comment on type api.caller is 'Whose credential it is.';
comment on column api.caller.tenant_id is 'The tenant that it opens.';
comment on column api.caller.principal_id is 'The user or the API key.';
comment on column api.caller.permissions is 'What it lets one do; * is everything in the tenant.';

create function api.whoami()
returns api.caller
language sql
stable
security definer
set search_path = ''
as $$
    select core.tenant_id(), core.principal_id(), iam.own_permissions()
$$;

comment on function api.whoami is 'Tells whose credential this is and what it lets one do.';

select gateway.expose(
    'POST', '/v1/api-keys', 'api.create_api_key', 'Make an API key', 'api_key.write', tags => '{keys}',
    arguments => '{"name": "What it is used for.", "role": "The role that it acts in.", "expires_at": "From when on it is refused; left out: never."}',
    examples => '{"request": {"name": "importer", "role": "member"}}'
);
select gateway.expose('GET', '/v1/api-keys', 'api.list_api_keys', 'List the API keys', 'api_key.read', tags => '{keys}', page_key => 'api_key_id');
select gateway.expose(
    'DELETE', '/v1/api-keys/{api_key_id}', 'api.revoke_api_key', 'Revoke an API key', 'api_key.write', tags => '{keys}',
    arguments => '{"api_key_id": "The key."}'
);
select gateway.expose('GET', '/v1/whoami', 'api.whoami', 'Tell whose credential this is', tags => '{keys}');

commit;
