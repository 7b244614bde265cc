-- Verify howdah:queue/outcome on pg

begin;

select 1 / count(*) from ops.log where log_table = 'queue.cancellation';
select 1 / count(*) from ops.log where log_table = 'queue.outcome';
select tenant_id, job_id, page_id, settled_at, attempt, state, error from queue.outcome where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.outcome'::regclass;
select tenant_id, job_id, attempt, cancelled_at from queue.cancellation where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.cancellation'::regclass;

rollback;
