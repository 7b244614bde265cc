-- Verify howdah:queue/progress on pg

begin;

select 1 / count(*) from ops.log where log_table = 'queue.progress';
select tenant_id, page_id, job_id, reported_at, percent, message from queue.progress where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.progress'::regclass;

rollback;
