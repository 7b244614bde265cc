-- Verify howdah:queue/lot on pg

begin;

select 1 / count(*) from ops.log where log_table = 'queue.lot';
select 'queue.job_id_seq'::regclass;
select tenant_id, job_id, xid, enqueued_at, run_at, deadline_at, queue_id, size, priority, max_attempts, weight, is_announced, keeps_result, batch_id, kind, trace, ordering_key, limit_key, payloads from queue.lot where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.lot'::regclass;

rollback;
