-- Verify howdah:queue/timer on pg

begin;

select 1 / count(*) from ops.log where log_table = 'queue.timer';
select 'queue.timer_id_seq'::regclass;
select tenant_id, due_at, timer_id, xid, queue_id, job_id, size, attempt, is_suspect, gate, gate_key from queue.timer where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.timer'::regclass;

rollback;
