-- Verify howdah:gateway/schema on pg

begin;

select 1 / has_schema_privilege('gateway_owner', 'gateway', 'usage')::int;
select 1 / has_schema_privilege('api_owner', 'gateway', 'usage')::int;
select 1 / has_schema_privilege('howdah_api', 'gateway', 'usage')::int;

rollback;
