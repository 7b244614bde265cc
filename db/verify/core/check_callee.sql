-- Verify howdah:core/check_callee on pg

begin;

select 1 / has_function_privilege('gateway_owner', 'core.check_callee(regproc,name)', 'execute')::int;
select 1 / has_function_privilege('ops_owner', 'core.check_callee(regproc,name)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'core.check_callee(regproc,name)', 'execute')::int;

rollback;
