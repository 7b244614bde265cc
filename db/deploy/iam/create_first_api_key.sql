-- Deploy howdah:iam/create_first_api_key to pg
-- requires: iam/create_api_key

begin;

set local role iam_engine;

-- A new tenant has nobody yet who could make a key; the operator who creates it may.
create function iam.create_first_api_key(tenant_id uuid, role core.slug default 'owner')
returns text
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_secret text := core.new_secret('hwd_');
begin
    if exists (select from iam.api_key as k where k.tenant_id = create_first_api_key.tenant_id) then
        raise exception using
            errcode = 'IA409', message = format('tenant %s has keys already', create_first_api_key.tenant_id);
    end if;

    insert into iam.api_key (tenant_id, name, role, digest, hint, created_by)
    values (
        create_first_api_key.tenant_id, 'first key', create_first_api_key.role,
        sha256(convert_to(v_secret, 'UTF8')), left(v_secret, 10), core.principal_id()
    );
    return v_secret;
end
$$;

comment on function iam.create_first_api_key is
    'Makes the first key of a tenant and gives its secret, this once. Raises IA409 when the tenant has keys already.';
grant execute on function iam.create_first_api_key to api_owner;

-- For the operator at the console of the database: nobody else may execute it.
create function iam.bootstrap_operator_key()
returns text
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_tenant tenancy.tenant := tenancy.create_tenant('operator', 'The operator of this platform');
begin
    return iam.create_first_api_key(v_tenant.tenant_id, 'operator');
end
$$;

comment on function iam.bootstrap_operator_key is
    'Makes the tenant of the operator and its first key; gives the secret, this once. Raises TE409 when that was done before.';

commit;
