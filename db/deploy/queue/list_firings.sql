-- Deploy howdah:queue/list_firings to pg
-- requires: queue/firing
-- requires: queue/get_schedule

begin;

set local role queue_owner;

create type queue.firing_view as (
    firing_id bigint,
    schedule_id uuid,
    fire_at timestamptz,
    missed_since timestamptz,
    fired_at timestamptz,
    job_id bigint
);
comment on type queue.firing_view is 'A time for which a schedule fired.';
comment on column queue.firing_view.firing_id is 'The number of the firing, ordered by the times that schedules fired for.';
comment on column queue.firing_view.schedule_id is 'The schedule.';
comment on column queue.firing_view.fire_at is 'The time it fired for.';
comment on column queue.firing_view.missed_since is
    'The first of the missed times that this one stands for; null when it stands for itself alone.';
comment on column queue.firing_view.fired_at is 'When it did fire.';
comment on column queue.firing_view.job_id is 'The job that it enqueued.';
grant usage on type queue.firing_view to api_owner;

create function queue.list_firings(schedule_id uuid, after bigint, "limit" integer)
returns setof queue.firing_view
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
as $$
begin
    if queue.get_schedule(schedule_id) is null then
        raise exception using errcode = 'QU404', message = format('there is no schedule %s', schedule_id);
    end if;

    return query
    select f.firing_id, f.schedule_id, f.fire_at, f.missed_since, f.fired_at, f.job_id
    from queue.firing as f
    where f.tenant_id = (select core.tenant_id())
        and f.schedule_id = list_firings.schedule_id
        and f.firing_id < coalesce(list_firings.after, 9223372036854775807)
    order by f.firing_id desc
    limit list_firings."limit";
end
$$;

comment on function queue.list_firings is
    'The times for which a schedule of the tenant of the context fired, newest first. Raises QU404.';
grant execute on function queue.list_firings(uuid, bigint, integer) to api_owner;

create function queue.firing_of(job_id bigint)
returns queue.firing_view
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
begin
    return (
        select row(f.firing_id, f.schedule_id, f.fire_at, f.missed_since, f.fired_at, f.job_id)::queue.firing_view
        from queue.firing as f
        where f.tenant_id = (select core.tenant_id()) and f.job_id = firing_of.job_id
    );
end
$$;

comment on function queue.firing_of is
    'For which time of which schedule a job of the tenant of the context was enqueued; null when no schedule did it.';
grant execute on function queue.firing_of(bigint) to howdah_worker, api_owner;

commit;
