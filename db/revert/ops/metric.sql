-- Revert howdah:ops/metric from pg

begin;

drop function ops.metrics();
drop function ops.register_metrics(regproc);
drop table ops.metric_source;
drop type ops.metric;

commit;
