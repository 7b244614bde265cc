-- Verify howdah:tenancy/membership on pg

begin;

select tenant_id, user_id, role, joined_at from tenancy.membership where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'tenancy.membership'::regclass;
select 1 / has_function_privilege('api_owner', 'tenancy.list_members(uuid,integer)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'tenancy.put_member(uuid,core.slug)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'tenancy.get_member(uuid)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'tenancy.remove_member(uuid)', 'execute')::int;

rollback;
