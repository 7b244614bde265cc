-- Verify howdah:gateway/arguments_of on pg

begin;

select 'gateway.arguments_of(oid)'::regprocedure;
select 'gateway.is_null_default(text)'::regprocedure;
select 'gateway.from_clause(oid)'::regprocedure;

rollback;
