-- Verify howdah:gateway/invoke on pg

begin;

select 'gateway.reply'::regtype;
select 'gateway.refuse(integer,text,text)'::regprocedure;
select 'gateway.check_caller(iam.caller,gateway.route)'::regprocedure;
select 'gateway.perform(gateway.route,jsonb,text,bytea)'::regprocedure;
select 1 / has_function_privilege('howdah_api', 'gateway.invoke(integer,bytea,jsonb,text,bytea,text,inet,text)', 'execute')::int;
select 1 / has_function_privilege('howdah_api', 'gateway.ring(text[])', 'execute')::int;

rollback;
