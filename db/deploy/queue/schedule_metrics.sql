-- Deploy howdah:queue/schedule_metrics to pg
-- requires: queue/schedule
-- requires: ops/metric

begin;

set local role queue_engine;

create function queue.schedule_metrics()
returns setof ops.metric
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
begin
    return query
    select
        'howdah_schedule_overdue_seconds', '{}'::jsonb,
        coalesce(greatest(0, extract(epoch from core.now() - min(s.due_at))), 0)::double precision,
        'How long the schedule that is most overdue has waited for a worker.', 'gauge'
    from queue.schedule as s
    where s.due_at is not null;
end
$$;

comment on function queue.schedule_metrics is 'How late schedules are, for ops.metrics.';
grant execute on function queue.schedule_metrics to ops_owner;

select ops.register_metrics('queue.schedule_metrics');

commit;
