-- Verify howdah:tenancy/schema on pg

begin;

select 1 / has_schema_privilege('tenancy_owner', 'tenancy', 'usage')::int;
select 1 / has_schema_privilege('iam_owner', 'tenancy', 'usage')::int;
select 1 / has_schema_privilege('gateway_owner', 'tenancy', 'usage')::int;
select 1 / has_schema_privilege('api_owner', 'tenancy', 'usage')::int;
select 1 / has_schema_privilege('tenancy_engine', 'tenancy', 'usage')::int;
select 1 / has_schema_privilege('iam_engine', 'tenancy', 'usage')::int;
select 1 / has_schema_privilege('queue_engine', 'tenancy', 'usage')::int;

rollback;
