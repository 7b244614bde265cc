-- Verify howdah:queue/hook on pg

begin;

select function_name from queue.hook where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.hook'::regclass;
select 1 / has_function_privilege('event_owner', 'queue.register_hook(regproc)', 'execute')::int;
select 1 / has_function_privilege('event_engine', 'queue.register_hook(regproc)', 'execute')::int;
select 1 / has_function_privilege('queue_engine', 'queue.call_hooks(jsonb)', 'execute')::int;

rollback;
