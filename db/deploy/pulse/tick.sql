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
    ticked_at timestamptz not null,
    primary key (log, tick_id)
) partition by range (tick_id);

comment on table pulse.tick is
    'Points that cut a log: what became visible between two of them is an interval, and every row falls into exactly one.';
comment on column pulse.tick.tick_id is 'The number of the tick; later ticks have greater ones.';
comment on column pulse.tick.log is 'The log that it cuts.';
comment on column pulse.tick.snapshot is 'Which transactions were finished: rows of these are on this side of the cut.';
comment on column pulse.tick.last_id is 'The last number that the log had given when the tick was made.';
comment on column pulse.tick.floor_id is
    'No row that becomes visible after this tick has a smaller number: what runs now began after that number was given.';
comment on column pulse.tick.ticked_at is 'When it was made; never before an earlier tick of the same log.';

select core.confine('pulse.tick', 'pulse_owner');
select ops.partition('pulse.tick', 'pulse.tick_id_seq', keep => interval '2 days');

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
    v_floor bigint;
    v_tick pulse.tick;
begin
    select t.last_id
    into v_floor
    from pulse.tick as t
    where t.log = tick.log
        and pg_snapshot_xmax(t.snapshot) <= pg_snapshot_xmin(pg_current_snapshot())
    order by t.tick_id desc
    limit 1;

    insert into pulse.tick as t (log, snapshot, last_id, floor_id, ticked_at)
    values (
        tick.log,
        pg_current_snapshot(),
        coalesce(tick.last_id, 0),
        coalesce(v_floor, 0),
        greatest(core.now(), v_last.ticked_at)
    )
    returning t.* into v_tick;

    return v_tick;
end
$$;

comment on function pulse.tick is
    'Makes a tick: stores the snapshot of now. last_id is the last number that the log gave. The caller serialises the ticks of one log.';

grant execute on function
    pulse.latest_tick(text), pulse.get_tick(text, bigint), pulse.tick_after(text, bigint),
    pulse.tick(text, bigint)
to queue_engine, event_engine;
grant usage on type pulse.tick to queue_engine, event_engine;

commit;
