-- Verify howdah:iam/manage_roles on pg

begin;

select 1 / has_function_privilege('gateway_owner', 'iam.declare_permission(text,text)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'iam.list_permissions()', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'iam.list_roles()', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'iam.create_role(core.slug,text[],text)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'iam.delete_role(core.slug)', 'execute')::int;

rollback;
