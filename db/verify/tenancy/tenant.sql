-- Verify howdah:tenancy/tenant on pg

begin;

select tenant_id, slug, name, state, version, created_at from tenancy.tenant where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'tenancy.tenant'::regclass;

rollback;
