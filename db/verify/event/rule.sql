-- Verify howdah:event/rule on pg

begin;

select tenant_id, rule_id, event_type, queue, kind, priority, is_announced, created_at from event.rule where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'event.rule'::regclass;
select 1 / has_function_privilege('api_owner', 'event.create_rule(text,core.word,core.word,smallint,boolean)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'event.list_rules(uuid,integer)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'event.delete_rule(uuid)', 'execute')::int;

rollback;
