-- Verify howdah:queue/handler on pg

begin;

select kind, function_name from queue.handler where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.handler'::regclass;
select 1 / has_function_privilege('api_owner', 'queue.handle(core.word,regproc)', 'execute')::int;

rollback;
