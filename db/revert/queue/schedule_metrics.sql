-- Revert howdah:queue/schedule_metrics from pg

begin;

delete from ops.metric_source where function_name = 'queue.schedule_metrics';

drop function queue.schedule_metrics();

commit;
