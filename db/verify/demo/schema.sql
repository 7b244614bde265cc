-- Verify howdah:demo/schema on pg

begin;

select 1 / count(*) from pg_roles where rolname = 'demo_owner' and not rolcanlogin;
select 1 / count(*) from pg_default_acl where defaclrole = 'demo_owner'::regrole and defaclobjtype = 'f';
select 1 / has_schema_privilege('demo_owner', 'demo', 'create')::int;
select 1 / has_schema_privilege('gateway_owner', 'demo', 'usage')::int;
select 1 / has_schema_privilege('howdah_worker', 'demo', 'usage')::int;
select 1 / count(*) from queue.queue where name = 'github';

rollback;
