-- Verify howdah:queue/settlement on pg

begin;

select 1 / count(*) from ops.log where log_table = 'queue.settlement';
select page_id, job_id, settled_at, is_expired from queue.settlement where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.settlement'::regclass;

rollback;
