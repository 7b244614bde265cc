-- Deploy howdah:core/new_secret to pg
-- requires: core/schema

begin;

set local role core_owner;

-- Base64url without padding: 32 bytes become 43 characters.
create function core.new_secret(prefix text, bytes integer default 32)
returns text
language sql
volatile
security definer
set search_path = ''
as $$
    select prefix || translate(encode(core.gen_random_bytes(bytes), 'base64'), E'+/=\n', '-_')
$$;

comment on function core.new_secret is
    'A random secret with a prefix, base64url; bytes says how many random bytes it carries.';
grant execute on function core.new_secret to iam_owner, iam_engine, gateway_owner;

create function core.hmac_sha256(message bytea, key bytea)
returns bytea
language plpgsql
immutable
security definer
set search_path = ''
as $$
begin
    return core.hmac(message, key, 'sha256');
end
$$;

comment on function core.hmac_sha256 is 'HMAC with SHA-256 (RFC 2104): 32 bytes.';
grant execute on function core.hmac_sha256 to gateway_owner;

commit;
