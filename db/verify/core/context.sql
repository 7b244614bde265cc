-- Verify howdah:core/context on pg

begin;

select 'core.tenant_id()'::regprocedure;
select 'core.principal_id()'::regprocedure;
select 'core.request_id()'::regprocedure;
select 'core.trace()'::regprocedure;
select 'core.more_after(text)'::regprocedure;
select 1 / has_function_privilege('gateway_owner', 'core.set_context(uuid,uuid,text,text)', 'execute')::int;
select 1 / has_function_privilege('queue_engine', 'core.set_context(uuid,uuid,text,text)', 'execute')::int;

rollback;
