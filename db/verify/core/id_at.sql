-- Verify howdah:core/id_at on pg

begin;

select 'core.id_at(timestamp with time zone)'::regprocedure;
select 'core.id_hour(bigint)'::regprocedure;

rollback;
