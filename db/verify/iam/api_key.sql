-- Verify howdah:iam/api_key on pg

begin;

select
    tenant_id, api_key_id, name, role, digest, hint,
    created_at, created_by, expires_at, revoked_at
from iam.api_key
where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'iam.api_key'::regclass;

rollback;
