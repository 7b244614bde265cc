-- Deploy howdah:api/events to pg
-- requires: api/schema
-- requires: event/emit
-- requires: event/read
-- requires: event/list_events
-- requires: gateway/follow

begin;

set local role api_owner;

create type api.event as (event_id bigint, type text, key text, emitted_at timestamptz, data jsonb);
comment on type api.event is 'Something that happened.';
comment on column api.event.event_id is 'The number of the event.';
comment on column api.event.type is 'What kind of event it is.';
comment on column api.event.key is 'What it is about; null for nothing in particular.';
comment on column api.event.emitted_at is 'When it was emitted.';
comment on column api.event.data is 'What happened.';
select gateway.declare_nullable('api.event', 'key');

create type api.emitted_event as (event_id bigint, job_ids bigint[]);
comment on type api.emitted_event is 'An event that was accepted, and what it set off.';
comment on column api.emitted_event.event_id is 'The number of the event.';
comment on column api.emitted_event.job_ids is 'The jobs that the tenant''s rules made of it.';

create type api.rule as (
    rule_id uuid, event_type text, kind text, queue text, priority smallint, is_announced boolean, created_at timestamptz
);
comment on type api.rule is 'On an event of this type, enqueue this kind of job.';
comment on column api.rule.rule_id is 'The id of the rule.';
comment on column api.rule.event_type is 'Which events: a type, or the beginning of one with * at its end.';
comment on column api.rule.kind is 'Which kind of job it makes.';
comment on column api.rule.queue is 'In which queue.';
comment on column api.rule.priority is 'With which priority, 1 (first) to 4.';
comment on column api.rule.is_announced is 'Whether the end of the job becomes an event.';
comment on column api.rule.created_at is 'Since when the rule holds.';

create function api.view_event(event event.event)
returns api.event
language sql
immutable
set search_path = ''
as $$
    select (event).event_id, (event).type::text, (event).key, (event).emitted_at, (event).data
    where (event).event_id is not null
$$;

comment on function api.view_event is 'An event as the API shows it; null for none.';

create function api.view_rule(rule event.rule)
returns api.rule
language sql
immutable
set search_path = ''
as $$
    select
        (rule).rule_id, (rule).event_type, (rule).kind::text, (rule).queue::text, (rule).priority,
        (rule).is_announced, (rule).created_at
$$;

comment on function api.view_rule is 'A rule as the API shows it.';

create function api.emit_event(
    type core.word,
    data jsonb default '{}',
    key text default null,
    is_ordered boolean default false
)
returns api.emitted_event
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_emitted record := event.emit(type, data, key, is_ordered);
begin
    return row((v_emitted.event).event_id, v_emitted.job_ids)::api.emitted_event;
end
$$;

comment on function api.emit_event is
    'Emits an event; the jobs that the tenant''s rules ask for are enqueued in the same transaction.';

create function api.get_event(event_id bigint)
returns api.event
language sql
stable
security definer
set search_path = ''
as $$
    select api.view_event(event.get_event(event_id))
$$;

comment on function api.get_event is 'Shows an event.';

create function api.list_events(
    after bigint default null,
    "limit" integer default 50,
    type text default null,
    key text default null
)
returns setof api.event
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return query
    select e.event_id, e.type::text, e.key, e.emitted_at, e.data
    from event.list_events(after, "limit", type, key) as e;
end
$$;

comment on function api.list_events is 'Lists the events of the tenant, newest first.';

create function api.stream_events(
    tenant_ids uuid[],
    "position" text,
    batch integer,
    types text default null,
    keys text default null
)
returns setof gateway.stream_item
language sql
volatile
security definer
set search_path = ''
as $$
    select i.* from event.read(tenant_ids, "position", batch) as i
$$;

comment on function api.stream_events is
    'Follows the events of the tenant as they happen, as Server-Sent Events. Last-Event-ID resumes behind an event without gap or repetition. Raises VE410 when the stream can''t be resumed there.';

create function api.create_rule(
    event_type text,
    kind core.word,
    queue core.word default 'default',
    priority smallint default 2,
    is_announced boolean default true
)
returns api.rule
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    return api.view_rule(event.create_rule(event_type, kind, queue, priority, is_announced));
end
$$;

comment on function api.create_rule is 'Makes a rule: from now on such events enqueue such jobs. Raises QU422 for an unknown queue.';

create function api.list_rules(after uuid default null, "limit" integer default 50)
returns setof api.rule
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return query
    select v.*
    from event.list_rules(after, "limit") as r
        cross join lateral api.view_rule(r) as v;
end
$$;

comment on function api.list_rules is 'Lists the rules of the tenant, oldest first.';

create function api.delete_rule(rule_id uuid)
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    select event.delete_rule(rule_id)
$$;

comment on function api.delete_rule is 'Deletes a rule; jobs that it made stay. Raises VE404.';

select gateway.expose(
    'POST', '/v1/events', 'api.emit_event', 'Emit an event', 'event.emit', tags => '{events}', idempotency => 'optional',
    arguments => '{"type": "What kind of event it is, such as order.paid.", "data": "What happened: any JSON up to 256 KiB.", "key": "What it is about.", "is_ordered": "Readers see it after all events of its key that were emitted before."}',
    examples => '{"request": {"type": "order.paid", "key": "order/42", "data": {"total": 99.5}}}'
);
select gateway.expose(
    'GET', '/v1/events', 'api.list_events', 'List the events', 'event.read', tags => '{events}', page_key => 'event_id',
    arguments => '{"limit": "How many at most.", "type": "Only those of this type.", "key": "Only those about this."}'
);
select gateway.expose(
    'GET', '/v1/events/{event_id}', 'api.get_event', 'Show an event', 'event.read', tags => '{events}',
    arguments => '{"event_id": "The event."}'
);
select gateway.expose(
    'GET', '/v1/stream', 'api.stream_events', 'Follow the events', 'event.read', tags => '{events}', kind => 'stream',
    arguments => '{"types": "Only these types: a type, or the beginning of one with *; several with commas.", "keys": "Only those about these keys: a key, or the beginning of one with *; several with commas."}'
);
select gateway.expose(
    'POST', '/v1/rules', 'api.create_rule', 'Make a rule', 'rule.write', tags => '{events}', idempotency => 'optional',
    arguments => '{"event_type": "Which events: a type, or the beginning of one with * at its end.", "kind": "Which kind of job to enqueue.", "queue": "In which queue.", "priority": "With which priority, 1 (first) to 4.", "is_announced": "Whether the end of the job becomes an event."}',
    examples => '{"request": {"event_type": "order.*", "kind": "howdah.noop"}}'
);
select gateway.expose('GET', '/v1/rules', 'api.list_rules', 'List the rules', 'rule.read', tags => '{events}', page_key => 'rule_id');
select gateway.expose(
    'DELETE', '/v1/rules/{rule_id}', 'api.delete_rule', 'Delete a rule', 'rule.write', tags => '{events}',
    arguments => '{"rule_id": "The rule."}'
);

commit;
