-- Verify howdah:queue/backlog on pg

begin;

select 1 / count(*) from ops.log where log_table = 'queue.backlog';
select 'queue.backlog_id_seq'::regclass;
select queue_id, backlog_id, priority, tag, end_tag, laid_at, tenant_id, size, is_announced, is_suspect, is_ordered, weight, limit_key, job_ids, sizes, attempts from queue.backlog where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.backlog'::regclass;

rollback;
