-- Verify howdah:ops/metric on pg

begin;

select 'ops.metric'::regtype;
select function_name from ops.metric_source where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'ops.metric_source'::regclass;
select 1 / has_function_privilege('queue_owner', 'ops.register_metrics(regproc)', 'execute')::int;
select 1 / has_function_privilege('queue_engine', 'ops.register_metrics(regproc)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'ops.register_metrics(regproc)', 'execute')::int;
select 1 / has_function_privilege('event_engine', 'ops.register_metrics(regproc)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'ops.register_metrics(regproc)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'ops.metrics()', 'execute')::int;
select 1 / has_function_privilege('howdah_worker', 'ops.metrics()', 'execute')::int;
select 1 / has_function_privilege('howdah_monitor', 'ops.metrics()', 'execute')::int;

rollback;
