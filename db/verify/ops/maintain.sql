-- Verify howdah:ops/maintain on pg

begin;

select function_name from ops.maintenance where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'ops.maintenance'::regclass;
select 1 / has_function_privilege('pulse_owner', 'ops.register_maintenance(regproc)', 'execute')::int;
select 1 / has_function_privilege('audit_owner', 'ops.register_maintenance(regproc)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'ops.register_maintenance(regproc)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'ops.register_maintenance(regproc)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'ops.register_maintenance(regproc)', 'execute')::int;
select 1 / has_function_privilege('howdah_worker', 'ops.maintain()', 'execute')::int;

rollback;
