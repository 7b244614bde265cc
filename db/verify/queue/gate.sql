-- Verify howdah:queue/gate on pg

begin;

select 1 / count(*) from ops.log where log_table = 'queue.gate';
select 1 / count(*) from ops.log where log_table = 'queue.parked';
select 'queue.gate_id_seq'::regclass;
select queue_id, gate, tenant_id, gate_key, gate_id, holders, counts, let_in, theoretical_at, wakes_at, parked_id, parked_offset, parked_count from queue.gate where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.gate'::regclass;
select 'queue.parked_id_seq'::regclass;
select queue_id, gate, tenant_id, gate_key, parked_id, parked_at, priority, size, is_announced, is_suspect, is_ordered, weight, limit_key, job_ids, sizes, attempts from queue.parked where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.parked'::regclass;

rollback;
