-- Verify howdah:tenancy/get_tenant on pg

begin;

select 1 / has_function_privilege('api_owner', 'tenancy.get_tenant()', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'tenancy.rename_tenant(core.title)', 'execute')::int;

rollback;
