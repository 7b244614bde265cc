-- Verify howdah:iam/user on pg

begin;

select user_id, email, name, created_at from iam.user_account where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'iam.user_account'::regclass;
select 1 / has_function_privilege('api_owner', 'iam.ensure_user(core.email,core.title)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'iam.get_users(uuid[])', 'execute')::int;

rollback;
