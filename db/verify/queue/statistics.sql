-- Verify howdah:queue/statistics on pg

begin;

select 'queue.end_sample'::regtype;
select 'queue.statistic'::regtype;
select 'queue.recent_ends(integer,interval,integer)'::regprocedure;
select 'queue.quantile(double precision[],bigint[],double precision)'::regprocedure;
select 'queue.summarize(integer,interval,integer,boolean)'::regprocedure;
select 1 / has_function_privilege('api_owner', 'queue.statistics(text,boolean,interval)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'queue.statistics(text,boolean,interval)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.waiting_tenants(text,integer)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'queue.waiting_tenants(text,integer)', 'execute')::int;
select 1 / has_function_privilege('ops_owner', 'queue.statistic_metrics()', 'execute')::int;
select queue, state, waiting_count, running_count, oldest_wait, succeeded_rate, failed_rate, dead_rate, other_rate, wait_p50, wait_p95, wait_p99, run_p50, run_p95, run_p99, sample_count from queue.overview where false;
select queue, tenant_id, waiting_count, oldest_wait, succeeded_rate, failed_rate, dead_rate, other_rate, wait_p50, wait_p95, wait_p99, run_p50, run_p95, run_p99, sample_count from queue.tenant_overview where false;
select 1 / count(*) from ops.metric_source where function_name = 'queue.statistic_metrics';

rollback;
