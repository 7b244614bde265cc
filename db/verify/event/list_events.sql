-- Verify howdah:event/list_events on pg

begin;

select 1 / count(*) from ops.maintenance where function_name = 'event.maintain';
select 1 / has_function_privilege('api_owner', 'event.get_event(bigint)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'event.list_events(bigint,integer,text,text)', 'execute')::int;
select 1 / has_function_privilege('ops_owner', 'event.maintain()', 'execute')::int;

rollback;
