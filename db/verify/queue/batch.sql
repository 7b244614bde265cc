-- Verify howdah:queue/batch on pg

begin;

select 1 / count(*) from ops.log where log_table = 'queue.batch';
select 1 / count(*) from ops.log where log_table = 'queue.batch_entry';
select 1 / count(*) from ops.log where log_table = 'queue.tally';
select 'queue.batch_id_seq'::regclass;
select tenant_id, batch_id, opened_at, queue_id, kind, payload, priority, is_announced, trace from queue.batch where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.batch'::regclass;
select 'queue.batch_entry_id_seq'::regclass;
select tenant_id, batch_id, entry_id, xid, entered_at, added, succeeded, dead, cancelled, is_closing from queue.batch_entry where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.batch_entry'::regclass;
select tenant_id, batch_id, tally_no, tallied_at, snapshot, job_count, succeeded_count, dead_count, cancelled_count, closed_at, finished_at, follow_up_id from queue.tally where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.tally'::regclass;

rollback;
