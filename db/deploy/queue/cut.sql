-- Deploy howdah:queue/cut to pg
-- requires: queue/line_up
-- requires: queue/unblock
-- requires: queue/tally_batches

begin;

set local role queue_engine;

-- A floor that held for an earlier tick holds for a later one. A barrier a second is enough of them.
create function queue.floor_after(turn queue.turn, tick pulse.tick)
returns bigint
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_floor bigint;
begin
    select t.last_id
    into v_floor
    from queue.turn as t
    where t.queue_id = turn.queue_id and t.barrier_xid < pg_snapshot_xmin(tick.snapshot)
    order by t.barrier_xid desc
    limit 1;
    return greatest(v_floor, turn.floor_id);
end
$$;

comment on function queue.floor_after is 'No job that comes into sight after a tick has a smaller number.';

-- What a tick found but one cut did not take is taken by the next ones, before there is another tick.
create function queue.cut_lots(inout turn queue.turn, tick pulse.tick, ceiling_id bigint, out attempts queue.attempt[])
returns record
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_later pg_snapshot := coalesce(turn.pending_snapshot, tick.snapshot);
begin
    attempts := coalesce(queue.fresh_lots(turn, v_later, ceiling_id), '{}');
    turn.barrier_xid := null;
    if cardinality(attempts) = 10000 then
        turn.pending_snapshot := v_later;
        turn.pending_xid := (attempts[10000]).xid;
        turn.pending_id := (attempts[10000]).job_id;
        return;
    end if;
    if turn.pending_snapshot is null then
        if turn.floor_id = 0 or date_trunc('second', tick.ticked_at) > date_trunc('second', turn.ticked_at) then
            turn.floor_id := queue.floor_after(turn, tick);
            turn.barrier_xid := tick.barrier_xid;
        end if;
        turn.last_id := tick.last_id;
        turn.ticked_at := greatest(tick.ticked_at, turn.ticked_at);
    end if;
    turn.snapshot := v_later;
    turn.pending_snapshot := null;
    turn.pending_xid := null;
    turn.pending_id := null;
end
$$;

comment on function queue.cut_lots is 'The lots that came since the last cut, ten thousand of them at most, and the turn after them.';

-- Timers need not be looked at as often as the log of jobs: the two are cut by the same ticks, but
-- not by each. Jobs that come after a rest start without that look; who starts them claims again soon.
create function queue.may_skip_timers(turn queue.turn, tick pulse.tick, has_lots boolean)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
    return turn.pending_snapshot is not null
        or tick.ticked_at <= turn.timers_ticked_at + interval '10 milliseconds'
        or (
            has_lots
            and tick.ticked_at > turn.turned_at + interval '20 milliseconds'
            and tick.ticked_at < turn.timers_ticked_at + interval '200 milliseconds'
        );
end
$$;

comment on function queue.may_skip_timers is
    'Whether a cut need not look at timers: it did so within 10 ms, or within 200 ms and jobs are there after a rest, or much is pending.';

create function queue.cut_timers(inout turn queue.turn, tick pulse.tick, out timers queue.timer[])
returns record
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_now timestamptz := greatest(tick.ticked_at, turn.timers_ticked_at);
begin
    timers := array(
        select f
        from queue.fresh_timers(turn.queue_id, turn.timers_snapshot, turn.timers_ticked_at, tick.snapshot, v_now) as f
    );
    turn.timers_snapshot := tick.snapshot;
    turn.timers_ticked_at := v_now;
end
$$;

comment on function queue.cut_timers is 'The timers that came due since they were looked at last, and the turn after that.';

-- What waits for other jobs, and batches: neither is at a gate.
create function queue.look_at_others(turn queue.turn, timers queue.timer[], tick pulse.tick)
returns queue.timer[]
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_gates text[] := array(select distinct t.gate from unnest(timers) as t where t.gate is not null);
begin
    if 'batch' = any (v_gates) then
        perform queue.tally_batches(timers, turn.timers_snapshot);
    end if;
    if v_gates && '{needed,dependent}' then
        timers := timers || queue.unblock(turn.queue_id, timers, tick);
    end if;
    return timers;
end
$$;

comment on function queue.look_at_others is
    'Looks at what timers name that is no gate; gives the timers, with those that are due because of it.';

-- What was taken and waits at a gate now is not taken again only if the turn is written down: then
-- turned_at is null.
create function queue.cut(inout turn queue.turn, out attempts queue.attempt[])
returns record
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_tick pulse.tick := pulse.observe(pg_sequence_last_value('queue.job_id_seq'::regclass));
    v_lots record := queue.cut_lots(turn, v_tick, pg_sequence_last_value('queue.job_id_seq'::regclass));
    v_timed record;
    v_timers queue.timer[] := '{}';
begin
    turn := v_lots.turn;
    attempts := v_lots.attempts;
    if not queue.may_skip_timers(turn, v_tick, attempts <> '{}') then
        v_timed := queue.cut_timers(turn, v_tick);
        turn := v_timed.turn;
        v_timers := v_timed.timers;
    end if;
    if attempts <> '{}' or v_timers <> '{}' then
        turn.turned_at := null;
    end if;
    if v_timers <> '{}' then
        turn := queue.look_at_gates(turn, v_timers);
        v_timers := queue.look_at_others(turn, v_timers, v_tick);
        attempts := attempts || array(
            select a.attempt
            from (select queue.attempt_of(t) as attempt from unnest(v_timers) as t where t.job_id is not null) as a
            where (a.attempt).job_id is not null
        );
    end if;
    if turn.suspended <> '{}' then
        turn := queue.look_at_suspended(turn);
    end if;
end
$$;

comment on function queue.cut is
    'All that became visible or due since the last cut, and the turn after it. Who calls it holds the lock of the queue, and has the attempts wait in the backlog or run at once.';

commit;
