-- Verify howdah:queue/page on pg

begin;

select 1 / count(*) from ops.log where log_table = 'queue.page';
select 1 / count(*) from ops.log where log_table = 'queue.heartbeat';
select 'queue.page_id_seq'::regclass;
select page_id, queue_id, lease_id, leased_at, leased_until, worker, is_announced, is_gated, is_suspect, tenant_ids, job_ids, sizes, attempts from queue.page where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.page'::regclass;
select page_id, queue_id, leased_until from queue.heartbeat where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.heartbeat'::regclass;

rollback;
