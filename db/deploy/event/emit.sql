-- Deploy howdah:event/emit to pg
-- requires: event/event
-- requires: event/rule
-- requires: queue/enqueue
-- requires: pulse/bell

begin;

set local role event_owner;

create function event.matches(pattern text, type text)
returns boolean
language sql
immutable
as $$
    select case
        when right(pattern, 1) = '*' then starts_with(type, left(pattern, -1))
        else type = pattern
    end
$$;

comment on function event.matches is 'Whether a type fits a pattern: the type itself, or its beginning with * at the end.';

create function event.apply_rules(emitted event.event)
returns bigint[]
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    return (
        select array_agg(queue.enqueue(
            kind => r.kind,
            payload => jsonb_build_object(
                'event_id', (emitted).event_id, 'type', (emitted).type, 'key', (emitted).key, 'data', (emitted).data
            ),
            queue => r.queue,
            priority => r.priority,
            is_announced => r.is_announced
        ))
        from event.rule as r
        where r.tenant_id = (select core.tenant_id()) and event.matches(r.event_type, (emitted).type)
    );
end
$$;

comment on function event.apply_rules is 'Enqueues a job for each rule that fits the event; gives their numbers.';

-- Writers of one key wait for each other only when they ask for order: then a reader sees
-- their events in the order of their commits.
create function event.emit(
    type core.word,
    data jsonb default '{}',
    key text default null,
    is_ordered boolean default false,
    out event event.event,
    out job_ids bigint[]
)
returns record
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_variable
begin
    if is_ordered and key is not null then
        perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'event.key', core.tenant_id(), key), 0));
    end if;

    insert into event.event as e (tenant_id, type, data, key)
    values (core.tenant_id(), type, coalesce(data, 'null'), key)
    returning e.* into event;

    job_ids := coalesce(event.apply_rules(event), '{}');
    perform pulse.announce('event');
end
$$;

comment on function event.emit is
    'Emits an event of the tenant of the context in this transaction, and enqueues the jobs that the tenant''s rules ask for. is_ordered: after all events of the key that are being emitted now. Raises 23514, 42501 without a tenant.';
grant usage on type event.event to api_owner, event_engine;
grant execute on function event.emit(core.word, jsonb, text, boolean) to api_owner;

commit;
