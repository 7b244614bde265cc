-- Verify howdah:pulse/schema on pg

begin;

select 1 / has_schema_privilege('pulse_owner', 'pulse', 'usage')::int;
select 1 / has_schema_privilege('gateway_owner', 'pulse', 'usage')::int;
select 1 / has_schema_privilege('queue_owner', 'pulse', 'usage')::int;
select 1 / has_schema_privilege('event_owner', 'pulse', 'usage')::int;
select 1 / has_schema_privilege('api_owner', 'pulse', 'usage')::int;
select 1 / has_schema_privilege('queue_engine', 'pulse', 'usage')::int;
select 1 / has_schema_privilege('event_engine', 'pulse', 'usage')::int;

rollback;
