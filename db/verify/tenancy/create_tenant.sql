-- Verify howdah:tenancy/create_tenant on pg

begin;

select 1 / has_function_privilege('api_owner', 'tenancy.create_tenant(core.slug,core.title)', 'execute')::int;
select 1 / has_function_privilege('iam_engine', 'tenancy.create_tenant(core.slug,core.title)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'tenancy.list_tenants(uuid,integer)', 'execute')::int;
select 1 / has_function_privilege('iam_engine', 'tenancy.state_of(uuid)', 'execute')::int;
select 1 / has_function_privilege('queue_engine', 'tenancy.state_of(uuid)', 'execute')::int;
select 1 / has_function_privilege('queue_engine', 'tenancy.suspended_tenants()', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'tenancy.set_state(uuid,text)', 'execute')::int;

rollback;
