-- Verify howdah:iam/check_grantable on pg

begin;

select 1 / has_function_privilege('api_owner', 'iam.permissions_of(text)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'iam.own_permissions()', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'iam.check_permissions_grantable(text[])', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'iam.check_grantable(core.slug)', 'execute')::int;

rollback;
