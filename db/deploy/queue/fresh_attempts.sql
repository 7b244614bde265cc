-- Deploy howdah:queue/fresh_attempts to pg
-- requires: queue/timer
-- requires: pulse/tick

begin;

set local role queue_owner;

create type queue.attempt as (
    tenant_id uuid,
    job_id bigint,
    size smallint,
    attempt smallint,
    priority smallint,
    is_announced boolean,
    is_suspect boolean,
    weight smallint,
    limit_key text,
    ordering_key text,
    xid xid8
);

comment on type queue.attempt is 'Jobs of one lot, that follow each other, on their way into the backlog.';
comment on column queue.attempt.tenant_id is 'Whose jobs they are.';
comment on column queue.attempt.job_id is 'The first of them.';
comment on column queue.attempt.size is 'How many jobs.';
comment on column queue.attempt.attempt is 'Which attempt it will be.';
comment on column queue.attempt.priority is '1 goes before 2, and so on to 4.';
comment on column queue.attempt.is_announced is 'Whether their end is handed to the hooks or counts in a batch.';
comment on column queue.attempt.is_suspect is 'It is a job that must run alone in its page.';
comment on column queue.attempt.weight is 'How many tokens of a rate limit each of them takes.';
comment on column queue.attempt.limit_key is 'The key whose limits hold for them; null for none.';
comment on column queue.attempt.ordering_key is 'The key in whose order they run; null for none.';
comment on column queue.attempt.xid is 'The transaction that enqueued them; null when a timer brings them.';

grant usage on type queue.attempt to queue_engine;

reset role;
set local role queue_engine;

-- Two branches for two kinds of transaction, so that each is an index look-up. The transactions that
-- were running come before those that had not begun, so the two follow each other in one order.
create function queue.fresh_lots(turn queue.turn, later pg_snapshot, ceiling_id bigint)
returns queue.attempt[]
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_xmax xid8 := pg_snapshot_xmax(turn.snapshot);
    v_is_past_xmax boolean := coalesce(turn.pending_xid >= v_xmax, false);
    v_attempts queue.attempt[];
begin
    select array_agg(f)
    into v_attempts
    from (
        select
            l.tenant_id, l.job_id, l.size, 1::smallint, l.priority, l.is_announced or l.batch_id is not null, false,
            l.weight, l.limit_key, l.ordering_key, l.xid
        from (select x from pg_snapshot_xip(turn.snapshot) as x order by x) as r (xid)
            cross join lateral (
                select l.*
                from queue.lot as l
                where l.queue_id = turn.queue_id
                    and l.run_at is null
                    and l.xid = r.xid
                    and l.job_id between turn.floor_id and ceiling_id
                    and (turn.pending_id is null or l.xid > turn.pending_xid or l.job_id > turn.pending_id)
                order by l.job_id
                limit 10000
            ) as l
        where (turn.pending_xid is null or r.xid >= turn.pending_xid) and pg_visible_in_snapshot(r.xid, later)
        union all
        (
            select
                l.tenant_id, l.job_id, l.size, 1::smallint, l.priority, l.is_announced or l.batch_id is not null, false,
                l.weight, l.limit_key, l.ordering_key, l.xid
            from queue.lot as l
            where l.queue_id = turn.queue_id
                and l.run_at is null
                and (l.xid, l.job_id) > (
                    case when v_is_past_xmax then turn.pending_xid else v_xmax end,
                    case when v_is_past_xmax then turn.pending_id else -1 end
                )
                and l.job_id between turn.floor_id and ceiling_id
                and pg_visible_in_snapshot(l.xid, later)
            order by l.xid, l.job_id
            limit 10000
        )
        limit 10000
    ) as f;
    return v_attempts;
end
$$;

comment on function queue.fresh_lots is
    'The lots to run at once that became visible between a turn and a later snapshot, which saw no number above the ceiling: the next ten thousand of them; null when there are none.';

-- A timer counts when it is due and seen: the second and third kind were written after their time.
create function queue.fresh_timers(
    queue_id integer,
    earlier pg_snapshot,
    earlier_at timestamptz,
    later pg_snapshot,
    later_at timestamptz
)
returns setof queue.timer
language plpgsql
stable
rows 10
security definer
set search_path = ''
as $$
begin
    return query
    select t.*
    from queue.timer as t
    where t.queue_id = fresh_timers.queue_id
        and (t.due_at at time zone 'utc') > (earlier_at at time zone 'utc')
        and (t.due_at at time zone 'utc') <= (later_at at time zone 'utc')
        and t.due_at > earlier_at
        and t.due_at <= later_at
        and pg_visible_in_snapshot(t.xid, later)
    union all
    select t.*
    from queue.timer as t
    where t.queue_id = fresh_timers.queue_id
        and t.xid >= pg_snapshot_xmax(earlier)
        and t.due_at <= earlier_at
        and pg_visible_in_snapshot(t.xid, later)
    union all
    select t.*
    from pg_snapshot_xip(earlier) as r (xid)
        cross join lateral (
            select t.*
            from queue.timer as t
            where t.queue_id = fresh_timers.queue_id
                and t.xid = r.xid
                and t.due_at <= earlier_at
            offset 0
        ) as t
    where pg_visible_in_snapshot(r.xid, later);
end
$$;

comment on function queue.fresh_timers is
    'The timers of a queue that came due between two ticks, or became visible when they were due already.';

create function queue.attempt_of(t queue.timer)
returns queue.attempt
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_attempt queue.attempt;
begin
    select
        t.tenant_id, t.job_id, t.size, t.attempt, l.priority, l.is_announced or l.batch_id is not null, t.is_suspect,
        l.weight, l.limit_key, l.ordering_key, null
    into v_attempt
    from queue.lot as l
    where l.tenant_id = t.tenant_id and l.job_id = t.job_id & -128
    limit 1;
    return v_attempt;
end
$$;

comment on function queue.attempt_of is 'The attempt that a timer brings; null when the jobs are no longer kept.';

create function queue.has_fresh_attempts(turn queue.turn)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return (
        select turn.pending_snapshot is not null
        or exists (
            select from queue.lot as l
            where l.queue_id = turn.queue_id
                and l.run_at is null
                and l.xid >= pg_snapshot_xmax(turn.snapshot)
                and l.job_id >= turn.floor_id
        )
        or exists (
            select
            from pg_snapshot_xip(turn.snapshot) as r (xid)
                cross join lateral (
                    select
                    from queue.lot as l
                    where l.queue_id = turn.queue_id
                        and l.run_at is null
                        and l.xid = r.xid
                        and l.job_id >= turn.floor_id
                    limit 1
                ) as l
        )
        or exists (
            select from queue.fresh_timers(
                turn.queue_id, turn.timers_snapshot, turn.timers_ticked_at, pg_current_snapshot(), core.now()
            )
        )
    );
end
$$;

comment on function queue.has_fresh_attempts is 'Whether a claim made now would find anything that came after this turn.';

commit;
