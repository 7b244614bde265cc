-- Verify howdah:ops/schema on pg

begin;

select 1 / has_schema_privilege('ops_owner', 'ops', 'usage')::int;
select 1 / has_schema_privilege('pulse_owner', 'ops', 'usage')::int;
select 1 / has_schema_privilege('audit_owner', 'ops', 'usage')::int;
select 1 / has_schema_privilege('gateway_owner', 'ops', 'usage')::int;
select 1 / has_schema_privilege('queue_owner', 'ops', 'usage')::int;
select 1 / has_schema_privilege('event_owner', 'ops', 'usage')::int;
select 1 / has_schema_privilege('api_owner', 'ops', 'usage')::int;
select 1 / has_schema_privilege('queue_engine', 'ops', 'usage')::int;
select 1 / has_schema_privilege('howdah_worker', 'ops', 'usage')::int;
select 1 / has_schema_privilege('howdah_monitor', 'ops', 'usage')::int;

rollback;
