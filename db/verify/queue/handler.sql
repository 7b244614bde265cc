-- Verify howdah:queue/handler on pg

begin;

select kind, function_name, is_page, url, timeout, secret from queue.handler where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.handler'::regclass;
select 'queue.check_handler(regproc,boolean)'::regprocedure;
select 1 / has_function_privilege('api_owner', 'queue.handle(core.word,regproc,boolean)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.handle_http(core.word,text,interval,text)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.unhandle(text)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.list_handlers()', 'execute')::int;

rollback;
