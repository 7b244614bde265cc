-- Verify howdah:core/schema on pg

begin;

select 1 / has_schema_privilege('core_owner', 'core', 'usage')::int;
select 1 / has_schema_privilege('ops_owner', 'core', 'usage')::int;
select 1 / has_schema_privilege('pulse_owner', 'core', 'usage')::int;
select 1 / has_schema_privilege('audit_owner', 'core', 'usage')::int;
select 1 / has_schema_privilege('tenancy_owner', 'core', 'usage')::int;
select 1 / has_schema_privilege('iam_owner', 'core', 'usage')::int;
select 1 / has_schema_privilege('gateway_owner', 'core', 'usage')::int;
select 1 / has_schema_privilege('queue_owner', 'core', 'usage')::int;
select 1 / has_schema_privilege('event_owner', 'core', 'usage')::int;
select 1 / has_schema_privilege('api_owner', 'core', 'usage')::int;
select 1 / has_schema_privilege('tenancy_engine', 'core', 'usage')::int;
select 1 / has_schema_privilege('iam_engine', 'core', 'usage')::int;
select 1 / has_schema_privilege('queue_engine', 'core', 'usage')::int;
select 1 / has_schema_privilege('event_engine', 'core', 'usage')::int;
select 1 / has_schema_privilege('howdah_worker', 'core', 'usage')::int;

rollback;
