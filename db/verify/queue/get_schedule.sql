-- Verify howdah:queue/get_schedule on pg

begin;

select 'queue.schedule_view'::regtype;
select 'queue.view_schedule(queue.schedule)'::regprocedure;
select 1 / has_function_privilege('api_owner', 'queue.get_schedule(uuid)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.list_schedules(uuid,integer)', 'execute')::int;

rollback;
