-- Verify howdah:queue/enqueue_many on pg

begin;

select 'queue.check_requests(jsonb)'::regprocedure;
select 'queue.group_requests(jsonb)'::regprocedure;
select 'queue.needs_of(queue.job_request,bigint,bigint[])'::regprocedure;
select 1 / has_function_privilege('api_owner', 'queue.enqueue_many(jsonb)', 'execute')::int;
select 1 / has_function_privilege('event_engine', 'queue.enqueue_many(jsonb)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'queue.enqueue_many(jsonb)', 'execute')::int;

rollback;
