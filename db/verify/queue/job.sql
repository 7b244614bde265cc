-- Verify howdah:queue/job on pg

begin;

select 1 / count(*) from ops.log where log_table = 'queue.job';
select 'queue.job_id_seq'::regclass;
select
    tenant_id, job_id, xid, enqueued_at, run_at, priority,
    max_attempts, is_announced, queue, kind, payload, trace
from queue.job
where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.job'::regclass;

rollback;
