-- Deploy howdah:ops/metric to pg
-- requires: ops/schema
-- requires: core/protect
-- requires: core/check_callee

begin;

set local role ops_owner;

create type ops.metric as (
    name text,
    labels jsonb,
    value double precision,
    help text,
    type text
);
comment on type ops.metric is 'One sample in the manner of Prometheus.';
comment on column ops.metric.name is 'The name of the metric.';
comment on column ops.metric.labels is 'Its labels, an object of strings.';
comment on column ops.metric.value is 'The value.';
comment on column ops.metric.help is 'What it means.';
comment on column ops.metric.type is 'gauge or counter.';
grant usage on type ops.metric to public;

create table ops.metric_source (
    function_name text not null primary key
);

comment on table ops.metric_source is 'The functions from which ops.metrics collects.';
comment on column ops.metric_source.function_name is 'The function, with its schema; it returns ops.metric.';

select core.confine('ops.metric_source', 'ops_owner');

create function ops.register_metrics(function_name regproc)
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    select core.check_callee(function_name, 'ops_owner');

    insert into ops.metric_source (function_name)
    values (register_metrics.function_name::text)
    on conflict do nothing
$$;

comment on function ops.register_metrics is 'Adds a function to what ops.metrics collects: a security definer that ops_owner may execute. Raises 42P13, 42501.';
grant execute on function ops.register_metrics to queue_owner, queue_engine, event_owner, event_engine, gateway_owner;

create function ops.metrics()
returns setof ops.metric
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_function text;
begin
    for v_function in select s.function_name from ops.metric_source as s order by s.function_name loop
        return query execute format('select m.* from %s() as m', v_function);
    end loop;
end
$$;

comment on function ops.metrics is 'The samples of every service.';
grant execute on function ops.metrics to gateway_owner, howdah_worker, howdah_monitor;

commit;
