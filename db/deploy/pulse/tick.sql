-- Deploy howdah:pulse/tick to pg
-- requires: pulse/schema
-- requires: ops/partition
-- requires: core/protect

begin;

set local role pulse_owner;

create sequence pulse.tick_id_seq;

create table pulse.tick (
    tick_id bigint not null default nextval('pulse.tick_id_seq'),
    log text not null,
    snapshot pg_snapshot not null,
    last_id bigint not null,
    floor_id bigint not null,
    barrier_xid xid8,
    ticked_at timestamptz not null,
    primary key (log, tick_id)
) partition by range (tick_id);

comment on table pulse.tick is
    'Points that cut a log: what became visible between two of them is an interval, and every row falls into exactly one.';
comment on column pulse.tick.tick_id is 'The number of the tick; later ticks have greater ones.';
comment on column pulse.tick.log is 'The log that it cuts.';
comment on column pulse.tick.snapshot is 'Which transactions were finished: rows of these are on this side of the cut.';
comment on column pulse.tick.last_id is
    'The last number that the log had given just before the snapshot was taken: whatever came into sight before this tick has no greater one.';
comment on column pulse.tick.floor_id is
    'No row that becomes visible after this tick has a smaller number: what runs now began after that number was given.';
comment on column pulse.tick.barrier_xid is
    'A transaction that got its number after last_id was read: what a later one takes from the log is greater. Null when the tick came too late in its transaction to know one.';
comment on column pulse.tick.ticked_at is 'When it was made; never before an earlier tick of the same log.';

-- A floor is looked up by the transactions that were over, however many ticks ago that was.
create index tick_log_barrier_xid_idx on pulse.tick (log, barrier_xid) where barrier_xid is not null;

select core.confine('pulse.tick', 'pulse_owner');
select ops.partition('pulse.tick', 'pulse.tick_id_seq', keep => interval '2 days');

-- A floor holds only if a transaction has its own number before it takes one from the log:
-- otherwise a tick could pass between the two, and take the row for an old one. CASE keeps the order.
create function pulse.next_id(id_sequence regclass)
returns bigint
language sql
volatile
as $$
    select case when pg_current_xact_id() is not null then nextval(id_sequence) end
$$;

comment on function pulse.next_id is 'The next number of a log that is cut by ticks; every such log takes its numbers here.';
grant execute on function pulse.next_id to queue_owner, queue_engine, event_owner, event_engine;

-- The snapshot of a transaction does not name that transaction itself among those in progress.
-- What it writes after the tick would then fall on neither side of the cut.
create function pulse.present_snapshot()
returns pg_snapshot
language plpgsql
volatile
set search_path = ''
as $$
declare
    v_snapshot pg_snapshot := pg_current_snapshot();
    v_own xid8 := pg_current_xact_id_if_assigned();
begin
    if v_own is null or not pg_visible_in_snapshot(v_own, v_snapshot) then
        return v_snapshot;
    end if;

    return format(
        '%s:%s:%s',
        pg_snapshot_xmin(v_snapshot),
        pg_snapshot_xmax(v_snapshot),
        (
            select string_agg(r.xid::text, ',' order by r.xid)
            from (select pg_snapshot_xip(v_snapshot) union all select v_own) as r (xid)
        )
    );
end
$$;

comment on function pulse.present_snapshot is 'The snapshot of now, in which the calling transaction is in progress.';

create function pulse.latest_tick(log text)
returns pulse.tick
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return (
        select t
        from pulse.tick as t
        where t.log = latest_tick.log
        order by t.tick_id desc
        limit 1
    );
end
$$;

comment on function pulse.latest_tick is 'The newest tick of a log; null before the first.';

create function pulse.get_tick(log text, tick_id bigint)
returns pulse.tick
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return (
        select t
        from pulse.tick as t
        where t.log = get_tick.log and t.tick_id = get_tick.tick_id
    );
end
$$;

comment on function pulse.get_tick is 'One tick of a log; null when it never was or is no longer kept.';

create function pulse.tick_after(log text, tick_id bigint)
returns pulse.tick
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return (
        select t
        from pulse.tick as t
        where t.log = tick_after.log and t.tick_id > tick_after.tick_id
        order by t.tick_id
        limit 1
    );
end
$$;

comment on function pulse.tick_after is 'The tick of a log that follows another; null when that was the newest.';

-- The xmax of a snapshot is no bound for what comes later: it is the last transaction that ended plus
-- one, and some with greater numbers may have been running already, with numbers of the log in hand.
-- The observer's own transaction is a bound, if it got its number here, after last_id was read.
create function pulse.observe(last_id bigint)
returns pulse.tick
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_tick pulse.tick;
begin
    if pg_current_xact_id_if_assigned() is null then
        v_tick.barrier_xid := pg_current_xact_id();
    end if;
    v_tick.snapshot := pulse.present_snapshot();
    v_tick.last_id := coalesce(last_id, 0);
    v_tick.ticked_at := core.now();
    return v_tick;
end
$$;

comment on function pulse.observe is
    'A tick of now that is not stored and has no floor. last_id is the last number that the log has given, read before the call.';

-- The caller holds a lock that lets one transaction at a time tick this log, up to its
-- commit; so ticks become visible in their order, each with a snapshot not older than the last.
create function pulse.tick(log text, last_id bigint)
returns pulse.tick
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_last pulse.tick := pulse.latest_tick(log);
    v_seen pulse.tick := pulse.observe(last_id);
    v_floor bigint;
    v_tick pulse.tick;
begin
    select t.last_id
    into v_floor
    from pulse.tick as t
    where t.log = tick.log and t.barrier_xid < pg_snapshot_xmin(v_seen.snapshot)
    order by t.barrier_xid desc
    limit 1;

    insert into pulse.tick as t (log, barrier_xid, snapshot, last_id, floor_id, ticked_at)
    values (
        tick.log, v_seen.barrier_xid, v_seen.snapshot, v_seen.last_id, coalesce(v_floor, 0),
        greatest(v_seen.ticked_at, v_last.ticked_at)
    )
    returning t.* into v_tick;

    return v_tick;
end
$$;

comment on function pulse.tick is
    'Makes a tick: stores the snapshot of now. last_id is the last number that the log has given, read before the call. The caller serialises the ticks of one log.';

grant execute on function
    pulse.latest_tick(text), pulse.get_tick(text, bigint), pulse.tick_after(text, bigint),
    pulse.tick(text, bigint), pulse.observe(bigint)
to queue_engine, event_engine;
grant usage on type pulse.tick to queue_engine, event_engine;

commit;
