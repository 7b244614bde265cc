-- Verify howdah:queue/outcome on pg

begin;

select 1 / count(*) from ops.log where log_table = 'queue.outcome';
select 1 / count(*) from ops.log where log_table = 'queue.cancellation';
select tenant_id, job_id, size, page_id, queue_id, started_at, settled_at, due_at, attempt, state, error, result from queue.outcome where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.outcome'::regclass;
select tenant_id, job_id, attempt, cancelled_at, error from queue.cancellation where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.cancellation'::regclass;

rollback;
