-- Revert howdah:api/events from pg

begin;

select gateway.withdraw('DELETE', '/v1/rules/{rule_id}');
select gateway.withdraw('GET', '/v1/events');
select gateway.withdraw('GET', '/v1/events/{event_id}');
select gateway.withdraw('GET', '/v1/rules');
select gateway.withdraw('GET', '/v1/stream');
select gateway.withdraw('POST', '/v1/events');
select gateway.withdraw('POST', '/v1/rules');
delete from gateway.nullable_field where type_name = 'api.event';

drop function api.delete_rule(uuid);
drop function api.list_rules(uuid,integer);
drop function api.create_rule(text,core.word,core.word,smallint,boolean);
drop function api.stream_events(uuid[],text,integer,text,text);
drop function api.list_events(bigint,integer,text,text);
drop function api.get_event(bigint);
drop function api.emit_event(core.word,jsonb,text,boolean);
drop function api.view_rule(event.rule);
drop function api.view_event(event.event);
drop type api.rule;
drop type api.emitted_event;
drop type api.event;

commit;
