-- Verify howdah:queue/schedule_metrics on pg

begin;

select 1 / count(*) from ops.metric_source where function_name = 'queue.schedule_metrics';
select 1 / has_function_privilege('ops_owner', 'queue.schedule_metrics()', 'execute')::int;

rollback;
