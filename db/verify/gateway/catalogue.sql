-- Verify howdah:gateway/catalogue on pg

begin;

select 'gateway.argument_place(text,text,text)'::regprocedure;
select 'gateway.default_value(text)'::regprocedure;
select 'gateway.argument_list(gateway.route)'::regprocedure;
select 'gateway.list_schema(jsonb,boolean)'::regprocedure;
select 'gateway.result_schema(gateway.route)'::regprocedure;
select 'gateway.codes_of(gateway.route)'::regprocedure;
select 'gateway.error_list(gateway.route)'::regprocedure;
select 'gateway.component_schemas()'::regprocedure;
select 1 / has_function_privilege('howdah_api', 'gateway.catalogue()', 'execute')::int;

rollback;
