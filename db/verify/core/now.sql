-- Verify howdah:core/now on pg

begin;

select 'core.now()'::regprocedure;

rollback;
