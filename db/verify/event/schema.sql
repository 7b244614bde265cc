-- Verify howdah:event/schema on pg

begin;

select 1 / has_schema_privilege('event_owner', 'event', 'usage')::int;
select 1 / has_schema_privilege('ops_owner', 'event', 'usage')::int;
select 1 / has_schema_privilege('queue_owner', 'event', 'usage')::int;
select 1 / has_schema_privilege('api_owner', 'event', 'usage')::int;
select 1 / has_schema_privilege('event_engine', 'event', 'usage')::int;

rollback;
