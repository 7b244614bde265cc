-- Verify howdah:audit/schema on pg

begin;

select 1 / has_schema_privilege('audit_owner', 'audit', 'usage')::int;
select 1 / has_schema_privilege('ops_owner', 'audit', 'usage')::int;
select 1 / has_schema_privilege('gateway_owner', 'audit', 'usage')::int;
select 1 / has_schema_privilege('api_owner', 'audit', 'usage')::int;

rollback;
