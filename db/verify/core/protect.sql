-- Verify howdah:core/protect on pg

begin;

select 'core.check_tenant_form(regclass)'::regprocedure;
select 'core.protect(regclass,name)'::regprocedure;
select 'core.confine(regclass,name)'::regprocedure;

rollback;
