-- Verify howdah:queue/is_needed on pg

begin;

select 'queue.is_ahead(queue.backlog,queue.turn)'::regprocedure;
select 1 / has_function_privilege('queue_owner', 'queue.has_latest_turn(bigint,bigint)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'queue.waits_in_backlog(bigint,bigint)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'queue.waits_at_gate(bigint,bigint)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'queue.has_open_page(bigint,bigint)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'queue.has_open_timer(timestamp with time zone,timestamp with time zone)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'queue.has_open_job(bigint,bigint)', 'execute')::int;
select 'queue.has_job_between(bigint[],bigint,bigint)'::regprocedure;

rollback;
