-- Verify howdah:queue/lease on pg

begin;

select 1 / count(*) from ops.log where log_table = 'queue.heartbeat';
select 1 / count(*) from ops.log where log_table = 'queue.lease';
select page_id, lease_id, leased_at, leased_until, worker from queue.lease where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.lease'::regclass;
select page_id, leased_until from queue.heartbeat where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.heartbeat'::regclass;

rollback;
