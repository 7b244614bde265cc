-- Verify howdah:iam/role on pg

begin;

select name, description from iam.permission where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'iam.permission'::regclass;
select name, description, permissions, is_operator from iam.builtin_role where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'iam.builtin_role'::regclass;
select tenant_id, name, description, permissions, created_at from iam.role where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'iam.role'::regclass;

rollback;
