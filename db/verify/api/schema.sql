-- Verify howdah:api/schema on pg

begin;

select 1 / has_schema_privilege('api_owner', 'api', 'usage')::int;
select 1 / has_schema_privilege('gateway_owner', 'api', 'usage')::int;

rollback;
