-- Verify howdah:queue/list_queues on pg

begin;

select 'queue.live_pages(integer)'::regprocedure;
select 1 / has_function_privilege('queue_owner', 'queue.running(integer)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'queue.depth(integer)', 'execute')::int;
select 1 / has_function_privilege('ops_owner', 'queue.metrics()', 'execute')::int;
select 'queue.queue_view'::regtype;
select 1 / has_function_privilege('api_owner', 'queue.list_queues()', 'execute')::int;
select 1 / count(*) from ops.metric_source where function_name = 'queue.metrics';

rollback;
