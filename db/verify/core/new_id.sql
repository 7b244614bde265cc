-- Verify howdah:core/new_id on pg

begin;

select 'core.new_id()'::regprocedure;

rollback;
