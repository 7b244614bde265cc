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

create function pulse.ring(topic text)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_armed bigint := coalesce(pg_sequence_last_value(format('pulse.%I', topic || '_armed')::regclass), 0);
    v_rung regclass := format('pulse.%I', topic || '_rung')::regclass;
begin
    if v_armed <= coalesce(pg_sequence_last_value(v_rung), 0) then
        return false;
    end if;

    perform setval(v_rung, v_armed);
    perform pg_notify('howdah_wake', topic);
    return true;
end
$$;

comment on function pulse.ring is
    'Wakes who sleeps on the topic; does nothing while nobody does. NOTIFY serialises commits: call it in a transaction of its own after the work has committed.';

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
        perform set_config('howdah.rings', concat_ws(',', nullif(v_rings, ''), topic), true);
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

comment on function pulse.rings is 'The topics that this transaction has added work to; null when there are none.';

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
    pulse.ring(text), pulse.announce(text), pulse.defer_rings(), pulse.rings(), pulse.hurry(), pulse.wait()
to queue_owner, queue_engine, event_owner, event_engine, gateway_owner;

commit;
