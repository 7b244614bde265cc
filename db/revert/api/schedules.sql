-- Revert howdah:api/schedules from pg

begin;

select gateway.withdraw('GET', '/v1/schedules');
select gateway.withdraw('POST', '/v1/schedules');
select gateway.withdraw('GET', '/v1/schedules/{schedule_id}');
select gateway.withdraw('PATCH', '/v1/schedules/{schedule_id}');
select gateway.withdraw('DELETE', '/v1/schedules/{schedule_id}');
select gateway.withdraw('GET', '/v1/schedules/{schedule_id}/firings');
select gateway.withdraw('POST', '/v1/schedules/{schedule_id}/pause');
select gateway.withdraw('POST', '/v1/schedules/{schedule_id}/resume');
delete from gateway.nullable_field where type_name in ('api.schedule', 'api.firing');

drop function api.list_firings(uuid,bigint,integer);
drop function api.delete_schedule(uuid);
drop function api.resume_schedule(uuid);
drop function api.pause_schedule(uuid);
drop function api.change_schedule(uuid,core.word,text,core.word,text,jsonb,core.word,smallint,smallint,boolean,api.missed_policy,smallint);
drop function api.get_schedule(uuid);
drop function api.list_schedules(uuid,integer);
drop function api.create_schedule(core.word,text,core.word,text,jsonb,core.word,smallint,smallint,boolean,api.missed_policy,smallint,boolean);
drop function api.view_schedule(queue.schedule_view);
drop type api.firing;
drop type api.schedule;
drop domain api.missed_policy;

commit;
