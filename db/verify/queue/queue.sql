-- Verify howdah:queue/queue on pg

begin;

select name, lease, page_size, max_attempts, retry_base, retry_cap, is_paused from queue.queue where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.queue'::regclass;
select lane_id, queue, priority from queue.lane where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.lane'::regclass;

rollback;
