-- Verify howdah:gateway/type_schema on pg

begin;

select 'gateway.component_name(regtype)'::regprocedure;
select 'gateway.scalar_schema(regtype)'::regprocedure;
select 'gateway.domain_limits(regtype)'::regprocedure;
select 'gateway.type_schema(regtype)'::regprocedure;
select 'gateway.or_null(jsonb)'::regprocedure;
select 'gateway.composite_schema(regtype, boolean)'::regprocedure;

rollback;
