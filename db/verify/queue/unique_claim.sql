-- Verify howdah:queue/unique_claim on pg

begin;

select 1 / count(*) from ops.log where log_table = 'queue.unique_claim';
select tenant_id, unique_key, job_id, claimed_at, first_at from queue.unique_claim where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.unique_claim'::regclass;

rollback;
