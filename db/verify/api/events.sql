-- Verify howdah:api/events on pg

begin;

select 1 / count(*) from gateway.route where method = 'DELETE' and path = '/v1/rules/{rule_id}';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/events';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/events/{event_id}';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/rules';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/stream';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/events';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/rules';
select 1 / count(*) from gateway.nullable_field where type_name = 'api.event';
select 'api.event'::regtype;
select 'api.emitted_event'::regtype;
select 'api.rule'::regtype;
select 1 / has_function_privilege('gateway_owner', 'api.view_event(event.event)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.view_rule(event.rule)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.emit_event(core.word,jsonb,text,boolean)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.get_event(bigint)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.list_events(bigint,integer,text,text)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.stream_events(uuid[],text,integer,text,text)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.create_rule(text,core.word,core.word,smallint,boolean)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.list_rules(uuid,integer)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.delete_rule(uuid)', 'execute')::int;

rollback;
