-- Verify howdah:api/schedules on pg

begin;

select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/schedules';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/schedules';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/schedules/{schedule_id}';
select 1 / count(*) from gateway.route where method = 'PATCH' and path = '/v1/schedules/{schedule_id}';
select 1 / count(*) from gateway.route where method = 'DELETE' and path = '/v1/schedules/{schedule_id}';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/schedules/{schedule_id}/firings';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/schedules/{schedule_id}/pause';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/schedules/{schedule_id}/resume';
select 1 / count(*) from gateway.nullable_field where type_name = 'api.schedule';
select 1 / count(*) from gateway.nullable_field where type_name = 'api.firing';
select 'api.missed_policy'::regtype;
select 'api.schedule'::regtype;
select 'api.firing'::regtype;
select 1 / has_function_privilege('gateway_owner', 'api.view_schedule(queue.schedule_view)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.create_schedule(core.word,text,core.word,text,jsonb,core.word,smallint,smallint,boolean,api.missed_policy,smallint,boolean)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.list_schedules(uuid,integer)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.get_schedule(uuid)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.change_schedule(uuid,core.word,text,core.word,text,jsonb,core.word,smallint,smallint,boolean,api.missed_policy,smallint)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.pause_schedule(uuid)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.resume_schedule(uuid)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.delete_schedule(uuid)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.list_firings(uuid,bigint,integer)', 'execute')::int;

rollback;
