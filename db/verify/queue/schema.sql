-- Verify howdah:queue/schema on pg

begin;

select 1 / has_schema_privilege('queue_owner', 'queue', 'usage')::int;
select 1 / has_schema_privilege('ops_owner', 'queue', 'usage')::int;
select 1 / has_schema_privilege('event_owner', 'queue', 'usage')::int;
select 1 / has_schema_privilege('api_owner', 'queue', 'usage')::int;
select 1 / has_schema_privilege('queue_engine', 'queue', 'usage')::int;
select 1 / has_schema_privilege('event_engine', 'queue', 'usage')::int;
select 1 / has_schema_privilege('howdah_worker', 'queue', 'usage')::int;

rollback;
