-- Verify howdah:queue/dependency on pg

begin;

select 1 / count(*) from ops.log where log_table = 'queue.dependency';
select 1 / count(*) from ops.log where log_table = 'queue.unblocking';
select 'queue.dependency_seq'::regclass;
select tenant_id, needed_id, job_id, xid, noted_at, queue_id, size, policy, run_at from queue.dependency where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.dependency'::regclass;
select tenant_id, job_id, unblocked_at from queue.unblocking where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.unblocking'::regclass;
select 'queue.blocked_lot'::regtype;

rollback;
