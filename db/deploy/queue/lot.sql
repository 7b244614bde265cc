-- Deploy howdah:queue/lot to pg
-- requires: queue/queue
-- requires: ops/partition
-- requires: core/context
-- requires: pulse/tick

begin;

set local role queue_owner;

-- A lot gets 128 numbers, so that the number of a job tells its lot.
create sequence queue.job_id_seq increment by 128 minvalue 0 start 0;

create table queue.lot (
    tenant_id uuid not null,
    job_id bigint not null default pulse.next_id('queue.job_id_seq'),
    xid xid8 not null default pg_current_xact_id(),
    enqueued_at timestamptz not null default core.now(),
    run_at timestamptz,
    deadline_at timestamptz,
    queue_id integer not null,
    size smallint not null
    constraint a_lot_has_1_to_128_jobs check (size between 1 and 128),
    priority smallint not null default 2
    constraint priority_is_1_to_4 check (priority between 1 and 4),
    max_attempts smallint
    constraint max_attempts_is_1_to_1000 check (max_attempts between 1 and 1000),
    weight smallint not null default 1
    constraint weight_is_1_to_1000 check (weight between 1 and 1000),
    is_announced boolean not null default false,
    keeps_result boolean not null default false,
    batch_id bigint,
    kind core.word not null,
    trace text,
    ordering_key text
    constraint ordering_key_is_at_most_256_characters check (length(ordering_key) between 1 and 256),
    limit_key text
    constraint limit_key_is_at_most_256_characters check (length(limit_key) between 1 and 256),
    payloads jsonb[] not null
    constraint payloads_are_at_most_512_kib check (pg_column_size(payloads) <= 524288),
    primary key (tenant_id, job_id),
    constraint a_lot_begins_with_a_number_of_its_own check (job_id % 128 = 0),
    constraint each_job_has_its_payload check (cardinality(payloads) = size)
) partition by range (job_id);

-- What became visible since a tick is found by the transaction that wrote it, in pieces if it is much.
create index lot_queue_id_xid_job_id_idx on queue.lot (queue_id, xid, job_id) where run_at is null;
alter table queue.lot alter column payloads set compression lz4;

comment on table queue.lot is
    'The jobs, in the lots in which they came: up to 128 of one kind. Only ever inserted, but for payloads that are purged; the view queue.job shows them one by one. What became of a job follows from pages, settlements and outcomes.';
comment on column queue.lot.tenant_id is 'Whose jobs they are.';
comment on column queue.lot.job_id is 'The number of the first job; the others follow it. Ordered by time.';
comment on column queue.lot.xid is 'The transaction that wrote it.';
comment on column queue.lot.enqueued_at is 'When they were accepted.';
comment on column queue.lot.run_at is 'Not before when they run, by timers; infinity: when others have ended. Null: at once.';
comment on column queue.lot.deadline_at is 'After when none of them may run any more; null for no end.';
comment on column queue.lot.queue_id is 'Their queue.';
comment on column queue.lot.size is 'How many jobs there are.';
comment on column queue.lot.priority is '1 goes before 2, and so on to 4.';
comment on column queue.lot.max_attempts is 'After how many attempts a job is dead; null: as its queue says.';
comment on column queue.lot.weight is 'How many tokens of a rate limit each of them takes.';
comment on column queue.lot.is_announced is 'Whether their end is handed to the hooks of the queue.';
comment on column queue.lot.keeps_result is 'Whether what their handler gives back is kept.';
comment on column queue.lot.batch_id is 'The batch that they belong to; null for none.';
comment on column queue.lot.kind is 'Which handler runs them.';
comment on column queue.lot.trace is 'The trace context they were enqueued in (W3C traceparent); null for none.';
comment on column queue.lot.ordering_key is 'Jobs of a tenant with the same key in a queue run one after the other, in their order; null for no order.';
comment on column queue.lot.limit_key is 'The key whose concurrency and rate are limited; null for none.';
comment on column queue.lot.payloads is 'What the handler gets, for each job: any JSON up to 256 KiB.';

select core.protect('queue.lot', 'queue_engine');
select ops.partition('queue.lot', 'queue.job_id_seq', keep => interval '30 days', every => interval '10 days', ahead => interval '2 days');
grant select, insert on queue.lot to queue_engine;
grant select, usage on sequence queue.job_id_seq to queue_engine;

commit;
