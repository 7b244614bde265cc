-- Verify howdah:queue/due_schedules on pg

begin;

select 1 / has_function_privilege('queue_engine', 'queue.expand_cron(text)', 'execute')::int;
select 1 / has_function_privilege('queue_engine', 'queue.made_up_since(queue.missed_policy,timestamp with time zone)', 'execute')::int;
select 1 / has_function_privilege('howdah_worker', 'queue.rest_schedules()', 'execute')::int;
select 1 / has_function_privilege('howdah_worker', 'queue.due_schedules(integer)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.recheck_schedules(uuid)', 'execute')::int;

rollback;
