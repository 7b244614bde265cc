-- Deploy howdah:event/event to pg
-- requires: event/schema
-- requires: core/protect
-- requires: ops/partition
-- requires: pulse/tick

begin;

set local role event_owner;

create sequence event.event_id_seq;

create table event.event (
    tenant_id uuid not null,
    event_id bigint not null default pulse.next_id('event.event_id_seq'),
    xid xid8 not null default pg_current_xact_id(),
    emitted_at timestamptz not null default core.now(),
    type core.word not null,
    key text
    constraint key_has_1_to_200_characters check (length(key) between 1 and 200),
    data jsonb not null default '{}'
    constraint data_is_at_most_256_kib check (pg_column_size(data) <= 262144),
    primary key (tenant_id, event_id)
) partition by range (event_id);

-- What became visible since a tick is found by the transaction that wrote it.
create index event_xid_idx on event.event (xid);

comment on table event.event is 'The event log; only ever inserted.';
comment on column event.event.tenant_id is 'Whose event it is.';
comment on column event.event.event_id is 'The number of the event, ordered by time.';
comment on column event.event.xid is 'The transaction that wrote it.';
comment on column event.event.emitted_at is 'When it was emitted.';
comment on column event.event.type is 'What kind of event it is, such as order.paid.';
comment on column event.event.key is 'What it is about: events of one key can be kept in order; null for none.';
comment on column event.event.data is 'What happened: any JSON up to 256 KiB.';

select core.protect('event.event', 'event_engine');
select ops.partition('event.event', 'event.event_id_seq', keep => interval '30 days');
grant select, insert on event.event to event_engine;
grant usage, select on sequence event.event_id_seq to event_engine;

commit;
