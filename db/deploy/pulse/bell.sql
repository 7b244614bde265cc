-- Deploy howdah:pulse/bell to pg
-- requires: pulse/schema

begin;

set local role pulse_owner;

-- Two counters a topic, in sequences: they are read and moved without locks, bloat or
-- transactions. armed counts the processes that lay down to sleep, rung how far the bell
-- has answered; someone sleeps while armed is ahead.
create sequence pulse.queue_armed minvalue 0 start 1;
create sequence pulse.queue_rung minvalue 0 start 1;
create sequence pulse.event_armed minvalue 0 start 1;
create sequence pulse.event_rung minvalue 0 start 1;

create function pulse.arm(topic text)
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    select nextval(format('pulse.%I', topic || '_armed')::regclass)
$$;

comment on function pulse.arm is
    'Says that the caller is about to sleep until the bell of the topic rings; it must look once more for work before it does. Topics: queue, event.';

create function pulse.sleepers(topic text)
returns bigint
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_armed bigint := pg_sequence_last_value(format('pulse.%I', topic || '_armed')::regclass);
begin
    return case
        when v_armed > coalesce(pg_sequence_last_value(format('pulse.%I', topic || '_rung')::regclass), 0) then v_armed
    end;
end
$$;

comment on function pulse.sleepers is
    'How many processes ever lay down to sleep on the topic, if the bell has not rung since one of them did; else null.';

create function pulse.ring(topic text, woken bigint default 0)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_armed bigint := pulse.sleepers(topic);
begin
    if v_armed is null then
        return false;
    end if;

    perform setval(format('pulse.%I', topic || '_rung')::regclass, v_armed);
    if v_armed > woken then
        perform pg_notify('howdah_wake', topic);
    end if;
    return v_armed > woken;
end
$$;

comment on function pulse.ring is
    'Wakes who sleeps on the topic; does nothing while nobody does. woken: as many as were woken with a commit already. NOTIFY serialises commits: call it in a transaction of its own after the work has committed.';

create function pulse.ring_all(topics text[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    perform pulse.hurry();
    perform pulse.ring(r.topic, r.woken)
    from (
        select split_part(t, ':', 1) as topic, max(coalesce(nullif(split_part(t, ':', 2), ''), '0')::bigint) as woken
        from unnest(topics) as t
        where t ~ '^(queue|event)(:[0-9]{1,18})?$'
        group by split_part(t, ':', 1)
    ) as r;
end
$$;

comment on function pulse.ring_all is
    'Rings for what pulse.rings gave, once for each topic, in a transaction that need not wait for the disk; what is no topic is left out.';

-- The bell after the commit costs a sleeper the way there. So the commit itself wakes, where that
-- holds nobody up: one transaction at a time notifies. It leaves the counters alone, since it may
-- still be rolled back.
create function pulse.ring_with_commit(topic text)
returns bigint
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_armed bigint := pulse.sleepers(topic);
begin
    if v_armed is null or not pg_try_advisory_xact_lock(hashtextextended('pulse.bell ' || topic, 0)) then
        return null;
    end if;

    perform pg_notify('howdah_wake', topic);
    return v_armed;
end
$$;

comment on function pulse.ring_with_commit is
    'Has the commit of this transaction wake who sleeps on the topic, and gives their number as for pulse.ring; null where nobody sleeps or another transaction is about to do so.';

-- In a request the gateway hands the topics back to the process, which rings after the
-- commit; elsewhere there is nobody who could, so the bell rings with this transaction.
create function pulse.announce(topic text)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_rings text := current_setting('howdah.rings', true);
begin
    if coalesce(current_setting('howdah.rings_later', true), '') <> 'on' then
        perform pulse.ring(topic);
    elsif position(topic in v_rings) = 0 then
        perform set_config(
            'howdah.rings',
            concat_ws(',', nullif(v_rings, ''), topic, topic || ':' || pulse.ring_with_commit(topic)), true
        );
    end if;
end
$$;

comment on function pulse.announce is 'Says that this transaction adds work to the topic.';

create function pulse.defer_rings()
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    perform set_config('howdah.rings_later', 'on', true), set_config('howdah.rings', '', true);
end
$$;

comment on function pulse.defer_rings is 'The caller will ring after the commit for what pulse.rings returns.';

create function pulse.rings()
returns text[]
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return string_to_array(nullif(current_setting('howdah.rings', true), ''), ',');
end
$$;

comment on function pulse.rings is
    'The topics that this transaction has added work to, for pulse.ring_all; null when there are none. topic:number follows a topic whose sleepers the commit wakes.';

-- What a crash may undo without harm (a bell that rings once too often, a claim that is made again)
-- need not be on the disk when it commits. If the same transaction does more, that must be.
create function pulse.hurry()
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    if pg_current_xact_id_if_assigned() is null and coalesce(current_setting('howdah.commit', true), '') = '' then
        perform
            set_config('howdah.commit', current_setting('synchronous_commit'), true),
            set_config('synchronous_commit', 'off', true);
    end if;
end
$$;

comment on function pulse.hurry is 'The commit of this transaction need not wait for the disk, unless pulse.wait is called in it.';

create function pulse.wait()
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_usual text := current_setting('howdah.commit', true);
begin
    if v_usual <> '' then
        perform set_config('synchronous_commit', v_usual, true);
    end if;
end
$$;

comment on function pulse.wait is 'Takes pulse.hurry back: the commit waits for the disk as usual.';

grant execute on function pulse.arm(text) to queue_engine, event_engine;
grant execute on function
    pulse.ring(text, bigint), pulse.ring_all(text[]), pulse.announce(text), pulse.defer_rings(), pulse.rings(),
    pulse.hurry(), pulse.wait()
to queue_owner, queue_engine, event_owner, event_engine, gateway_owner;

commit;
