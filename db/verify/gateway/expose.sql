-- Verify howdah:gateway/expose on pg

begin;

select 'gateway.build_call(oid,text)'::regprocedure;
select 'gateway.check_exposable(regproc,text,text,text,text)'::regprocedure;
select 1 / has_function_privilege('api_owner', 'gateway.expose(text,text,regproc,text,text,text,text[],text,integer,text,jsonb,jsonb,boolean,text,text)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'gateway.withdraw(text,text)', 'execute')::int;

rollback;
