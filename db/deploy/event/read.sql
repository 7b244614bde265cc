-- Deploy howdah:event/read to pg
-- requires: event/event
-- requires: pulse/tick
-- requires: pulse/bell
-- requires: gateway/follow

begin;

set local role event_engine;

-- The order of the log is: ticks in their order, within an interval the numbers in theirs. All
-- readers share the ticks, so a position means the same to each of them. What the log had given
-- when the next tick began bounds the interval from above. Each tenant is read in the order of its
-- key, so that a reader who comes back to a long interval never sorts more than a batch of each.
create function event.read_interval(
    tenant_ids uuid[],
    earlier pulse.tick,
    later pulse.tick,
    after bigint,
    "limit" integer
)
returns setof event.event
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
as $$
declare
    v_floor bigint := greatest(after, (earlier).floor_id - 1);
    v_ceiling bigint := coalesce((pulse.tick_after('event', (later).tick_id)).last_id, 9223372036854775807);
    v_running xid8[] := array(select pg_snapshot_xip((earlier).snapshot));
begin
    return query
    select e.*
    from (select distinct u.tenant_id from unnest(tenant_ids) as u (tenant_id)) as t
        cross join lateral (
            select e.*
            from event.event as e
            where e.tenant_id = t.tenant_id
                and e.event_id > v_floor
                and e.event_id <= v_ceiling
                and (e.xid >= pg_snapshot_xmax((earlier).snapshot) or e.xid = any (v_running))
                and pg_visible_in_snapshot(e.xid, (later).snapshot)
            order by e.event_id
            limit read_interval."limit"
        ) as e
    order by e.event_id
    limit read_interval."limit";
end
$$;

comment on function event.read_interval is 'The events of these tenants that became visible between two ticks, from a number on.';

create function event.has_fresh_events(earlier pulse.tick)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
begin
    return (
        select (earlier).tick_id is null
            or exists (
                select from event.event as e
                where e.xid >= pg_snapshot_xmax((earlier).snapshot) and e.event_id >= (earlier).floor_id
            )
            or exists (
                select from event.event as e
                where e.xid = any (array(select pg_snapshot_xip((earlier).snapshot)))
                    and e.event_id >= (earlier).floor_id
            )
    );
end
$$;

comment on function event.has_fresh_events is 'Whether anything became visible since the tick.';

create function event.next_tick(tick_id bigint)
returns pulse.tick
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_next pulse.tick := pulse.tick_after('event', tick_id);
begin
    if v_next.tick_id is null and event.has_fresh_events(pulse.get_tick('event', tick_id)) then
        perform pg_advisory_xact_lock(hashtextextended('event.tick', 0));
        v_next := pulse.tick_after('event', tick_id);

        if v_next.tick_id is null then
            v_next := pulse.tick('event', pg_sequence_last_value('event.event_id_seq'::regclass));
        end if;
    end if;

    return v_next;
end
$$;

comment on function event.next_tick is 'The tick after this one; makes it when there are events that it would cut off; null when there are none.';

create function event.present_position()
returns text
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_tick pulse.tick := pulse.latest_tick('event');
begin
    if v_tick.tick_id is null or event.has_fresh_events(v_tick) then
        perform pg_advisory_xact_lock(hashtextextended('event.tick', 0));
        v_tick := pulse.tick('event', pg_sequence_last_value('event.event_id_seq'::regclass));
    end if;

    return v_tick.tick_id || '-0';
end
$$;

comment on function event.present_position is 'The position behind all events that are visible now.';

create function event.parse_position("position" text, out tick_id bigint, out event_id bigint)
returns record
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    if "position" ~ '^[0-9]{1,18}-[0-9]{1,18}$' then
        tick_id := split_part("position", '-', 1);
        event_id := split_part("position", '-', 2);
    end if;

    if tick_id is null or (pulse.get_tick('event', tick_id)).tick_id is null then
        raise exception using
            errcode = 'VE410', message = format('the stream cannot be resumed at %L', "position"),
            hint = 'Read what was missed from the list of events, and follow from now on.';
    end if;
end
$$;

comment on function event.parse_position is 'The tick behind which, and the event after which, a position lies. Raises VE410 when it is unknown or no longer kept.';

create function event.to_json(event event.event)
returns text
language sql
stable
set search_path = ''
as $$
    select json_build_object(
        'event_id', (event).event_id, 'type', (event).type, 'key', (event).key,
        'emitted_at', (event).emitted_at, 'data', (event).data
    )::text
$$;

comment on function event.to_json is 'An event as its readers get it.';

create function event.read_ticks(
    tenant_ids uuid[],
    "position" text,
    batch integer,
    out items gateway.stream_item[],
    out reached text,
    out is_more boolean
)
returns record
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_at record := event.parse_position("position");
    v_earlier pulse.tick := pulse.get_tick('event', v_at.tick_id);
    v_later pulse.tick;
    v_part gateway.stream_item[];
    v_left integer := greatest(batch, 1);
begin
    items := '{}';
    reached := "position";
    is_more := true;

    for i in 1 .. 100 loop
        v_later := event.next_tick(v_earlier.tick_id);
        is_more := v_later.tick_id is not null;
        exit when not is_more;

        select array_agg(
            row('event', e.tenant_id, v_earlier.tick_id || '-' || e.event_id, e.type, event.to_json(e))::gateway.stream_item
            order by e.event_id
        )
        into v_part
        from event.read_interval(tenant_ids, v_earlier, v_later, v_at.event_id, v_left) as e;

        items := items || v_part;
        v_left := v_left - coalesce(cardinality(v_part), 0);

        if v_left <= 0 then
            reached := (v_part[cardinality(v_part)]).id;
            exit;
        end if;

        v_earlier := v_later;
        v_at.event_id := 0;
        reached := v_earlier.tick_id || '-0';
    end loop;
end
$$;

comment on function event.read_ticks is 'What these tenants'' events after a position are, at most batch of them, and how far that reaches. Raises VE410.';

-- A reader that found nothing arms the bell and looks once more: what comes after that rings.
create function event.read(tenant_ids uuid[], "position" text, batch integer)
returns setof gateway.stream_item
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_read record;
begin
    if "position" is null then
        return next row('position', null, event.present_position(), null, null)::gateway.stream_item;
        return;
    end if;

    v_read := event.read_ticks(tenant_ids, "position", batch);

    if not v_read.is_more then
        perform pulse.arm('event');
        if event.has_fresh_events(pulse.latest_tick('event')) then
            v_read.is_more := true;
        end if;
    end if;

    return next row('position', null, v_read.reached, case when v_read.is_more then 'more' end, null)::gateway.stream_item;
    return query select i.* from unnest(v_read.items) as i;
end
$$;

comment on function event.read is
    'Reads the events of these tenants after a position: first a row with the position reached (name more: call again at once), then the events in order. position null: now, without events. Raises VE410.';
grant execute on function event.read to api_owner;

commit;
