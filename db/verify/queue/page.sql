-- Verify howdah:queue/page on pg

begin;

select 1 / count(*) from ops.log where log_table = 'queue.page';
select 'queue.page_id_seq'::regclass;
select page_id, cut_at, lane_id, is_announced, tenant_ids, job_ids, attempts from queue.page where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.page'::regclass;

rollback;
