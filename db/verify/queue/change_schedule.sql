-- Verify howdah:queue/change_schedule on pg

begin;

select 'queue.lock_schedule(uuid)'::regprocedure;
select 'queue.replan(queue.schedule,boolean)'::regprocedure;
select 1 / has_function_privilege('api_owner', 'queue.change_schedule(uuid,core.word,text,core.word,text,jsonb,core.word,smallint,smallint,boolean,queue.missed_policy,smallint)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.pause_schedule(uuid)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.resume_schedule(uuid)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.delete_schedule(uuid)', 'execute')::int;

rollback;
