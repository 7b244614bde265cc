-- Verify howdah:core/roles on pg

begin;

select 1 / count(*) from pg_roles where rolname = 'howdah_api' and not rolsuper and not rolbypassrls;
select 1 / count(*) from pg_roles where rolname = 'queue_engine' and not rolcanlogin;
select 1 / count(*) from pg_default_acl where defaclrole = 'core_owner'::regrole and defaclobjtype = 'f';

rollback;
