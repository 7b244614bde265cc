-- Revert howdah:queue/statistics from pg

begin;

delete from ops.metric_source where function_name = 'queue.statistic_metrics';

drop view queue.tenant_overview;
drop view queue.overview;
drop function queue.statistic_metrics();
drop function queue.waiting_tenants(text,integer);
drop function queue.statistics(text,boolean,interval);
drop function queue.summarize(integer,interval,integer,boolean);
drop function queue.quantile(double precision[],bigint[],double precision);
drop function queue.recent_ends(integer,interval,integer);
drop type queue.statistic;
drop type queue.end_sample;

commit;
