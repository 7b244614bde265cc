-- Verify howdah:queue/share on pg

begin;

select tenant_id, queue_id, weight, concurrency, rate, burst from queue.share where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.share'::regclass;
select 1 / has_function_privilege('queue_owner', 'queue.write_share(queue.share)', 'execute')::int;

rollback;
