-- Deploy howdah:queue/fresh_attempts to pg
-- requires: queue/timer
-- requires: pulse/tick

begin;

set local role queue_engine;

-- Two branches for two kinds of transaction, so that each is an index look-up.
create function queue.fresh_jobs(earlier pulse.tick, later pulse.tick)
returns table (tenant_id uuid, job_id bigint, queue core.word, priority smallint, is_announced boolean)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return query
    select j.tenant_id, j.job_id, j.queue, j.priority, j.is_announced
    from queue.job as j
    where j.run_at is null
        and j.xid >= pg_snapshot_xmax((earlier).snapshot)
        and j.job_id >= (earlier).floor_id
        and pg_visible_in_snapshot(j.xid, (later).snapshot)
    union all
    select j.tenant_id, j.job_id, j.queue, j.priority, j.is_announced
    from queue.job as j
    where j.run_at is null
        and j.xid = any (array(select pg_snapshot_xip((earlier).snapshot)))
        and j.job_id >= (earlier).floor_id
        and pg_visible_in_snapshot(j.xid, (later).snapshot);
end
$$;

comment on function queue.fresh_jobs is 'The jobs to run at once that became visible between two ticks.';

-- A timer counts when it is due and seen: the third and fourth kind were written after their
-- time. "is true" keeps the planner off the index on due_at there, which has all of the past.
create function queue.fresh_timers(earlier pulse.tick, later pulse.tick)
returns setof queue.timer
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return query
    select t.*
    from queue.timer as t
    where t.due_at > (earlier).ticked_at
        and t.due_at <= (later).ticked_at
        and pg_visible_in_snapshot(t.xid, (later).snapshot)
    union all
    select t.*
    from queue.timer as t
    where t.xid >= pg_snapshot_xmax((earlier).snapshot)
        and (t.due_at <= (earlier).ticked_at) is true
        and pg_visible_in_snapshot(t.xid, (later).snapshot)
    union all
    select t.*
    from queue.timer as t
    where t.xid = any (array(select pg_snapshot_xip((earlier).snapshot)))
        and (t.due_at <= (earlier).ticked_at) is true
        and pg_visible_in_snapshot(t.xid, (later).snapshot);
end
$$;

comment on function queue.fresh_timers is 'The timers that came due between two ticks, or became visible when they were due already.';

create function queue.fresh_attempts(earlier pulse.tick, later pulse.tick)
returns table (
    tenant_id uuid, job_id bigint, attempt smallint, queue core.word, priority smallint, is_announced boolean
)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return query
    select j.tenant_id, j.job_id, 1::smallint, j.queue, j.priority, j.is_announced
    from queue.fresh_jobs(earlier, later) as j
    union all
    select t.tenant_id, t.job_id, t.attempt, j.queue, j.priority, j.is_announced
    from queue.fresh_timers(earlier, later) as t
        cross join lateral (
            select j.queue, j.priority, j.is_announced
            from queue.job as j
            where j.tenant_id = t.tenant_id and j.job_id = t.job_id
            limit 1
        ) as j;
end
$$;

comment on function queue.fresh_attempts is 'The attempts that fall between two ticks of the queue: each exactly once over all ticks.';

create function queue.has_fresh_attempts(earlier pulse.tick)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return (
        select (earlier).tick_id is null
            or exists (
                select from queue.job as j
                where j.run_at is null
                    and j.xid >= pg_snapshot_xmax((earlier).snapshot)
                    and j.job_id >= (earlier).floor_id
            )
            or exists (
                select from queue.job as j
                where j.run_at is null
                    and j.xid = any (array(select pg_snapshot_xip((earlier).snapshot)))
                    and j.job_id >= (earlier).floor_id
            )
            or exists (
                select from queue.timer as t
                where t.due_at > (earlier).ticked_at and t.due_at <= core.now()
            )
            or exists (
                select from queue.timer as t
                where t.xid >= pg_snapshot_xmax((earlier).snapshot)
                    and (t.due_at <= (earlier).ticked_at) is true
            )
            or exists (
                select from queue.timer as t
                where t.xid = any (array(select pg_snapshot_xip((earlier).snapshot)))
                    and (t.due_at <= (earlier).ticked_at) is true
            )
    );
end
$$;

comment on function queue.has_fresh_attempts is 'Whether a tick made now would find anything after this one.';

commit;
