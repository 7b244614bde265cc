-- Deploy howdah:queue/batch to pg
-- requires: queue/lot

begin;

set local role queue_owner;

create sequence queue.batch_id_seq;

create table queue.batch (
    tenant_id uuid not null,
    batch_id bigint not null default nextval('queue.batch_id_seq'),
    opened_at timestamptz not null default core.now(),
    queue_id integer not null,
    kind core.word,
    payload jsonb not null default '{}'
    constraint payload_is_an_object_of_at_most_256_kib
    check (jsonb_typeof(payload) = 'object' and pg_column_size(payload) <= 262144),
    priority smallint not null default 2
    constraint priority_is_1_to_4 check (priority between 1 and 4),
    is_announced boolean not null default false,
    trace text,
    primary key (tenant_id, batch_id)
) partition by range (batch_id);

comment on table queue.batch is 'Jobs that belong together, and the job that follows when all of them have ended.';
comment on column queue.batch.tenant_id is 'Whose batch it is.';
comment on column queue.batch.batch_id is 'The number of the batch.';
comment on column queue.batch.opened_at is 'When it was opened.';
comment on column queue.batch.queue_id is 'The queue of the job that follows; whoever claims from it counts the batch.';
comment on column queue.batch.kind is 'The kind of the job that follows; null: none does.';
comment on column queue.batch.payload is 'What its handler gets, beside the counts of the batch.';
comment on column queue.batch.priority is 'Its priority.';
comment on column queue.batch.is_announced is 'Whether its end is handed to the hooks of the queue.';
comment on column queue.batch.trace is 'Its trace context (W3C traceparent); null for none.';

select core.protect('queue.batch', 'queue_engine');
select ops.partition('queue.batch', 'queue.batch_id_seq', keep => interval '30 days', every => interval '10 days', ahead => interval '2 days');
grant select on queue.batch to queue_engine;
grant usage on type queue.batch to queue_engine;

create sequence queue.batch_entry_id_seq;

create table queue.batch_entry (
    tenant_id uuid not null,
    batch_id bigint not null,
    entry_id bigint not null default nextval('queue.batch_entry_id_seq'),
    xid xid8 not null default pg_current_xact_id(),
    entered_at timestamptz not null default core.now(),
    added integer not null default 0,
    succeeded integer not null default 0,
    dead integer not null default 0,
    cancelled integer not null default 0,
    is_closing boolean not null default false,
    primary key (tenant_id, batch_id, entry_id)
) partition by range (batch_id);

create index batch_entry_tenant_id_batch_id_xid_idx on queue.batch_entry (tenant_id, batch_id, xid);
create index batch_entry_closing_idx on queue.batch_entry (tenant_id, batch_id) where is_closing;

comment on table queue.batch_entry is
    'What happened to batches: jobs came in, jobs ended, it was closed. Only ever inserted, by as many as like at a time; queue.tally sums it up.';
comment on column queue.batch_entry.tenant_id is 'Whose batch it is.';
comment on column queue.batch_entry.batch_id is 'The batch.';
comment on column queue.batch_entry.entry_id is 'The number of the entry.';
comment on column queue.batch_entry.xid is 'The transaction that wrote it.';
comment on column queue.batch_entry.entered_at is 'When it was written.';
comment on column queue.batch_entry.added is 'How many jobs came in.';
comment on column queue.batch_entry.succeeded is 'How many of its jobs succeeded.';
comment on column queue.batch_entry.dead is 'How many of its jobs died.';
comment on column queue.batch_entry.cancelled is 'How many of its jobs were cancelled.';
comment on column queue.batch_entry.is_closing is 'No more jobs come in after this.';

select core.protect('queue.batch_entry', 'queue_engine');
select ops.partition('queue.batch_entry', 'queue.batch_id_seq', keep => interval '30 days', every => interval '10 days', ahead => interval '2 days');
grant select, insert on queue.batch_entry to queue_engine;
grant usage on sequence queue.batch_entry_id_seq to queue_engine;

create table queue.tally (
    tenant_id uuid not null,
    batch_id bigint not null,
    tally_no integer not null,
    tallied_at timestamptz not null default core.now(),
    snapshot pg_snapshot not null,
    job_count integer not null,
    succeeded_count integer not null,
    dead_count integer not null,
    cancelled_count integer not null,
    closed_at timestamptz,
    finished_at timestamptz,
    follow_up_id bigint,
    primary key (tenant_id, batch_id, tally_no)
) partition by range (batch_id);

comment on table queue.tally is
    'How batches stand, from the first entry up to a snapshot. Only ever inserted, under the lock of the queue of the batch: the newest row counts.';
comment on column queue.tally.tenant_id is 'Whose batch it is.';
comment on column queue.tally.batch_id is 'The batch.';
comment on column queue.tally.tally_no is 'Which tally of the batch it is, from 1.';
comment on column queue.tally.tallied_at is 'When it was made.';
comment on column queue.tally.snapshot is 'The entries of transactions that are finished in it are counted.';
comment on column queue.tally.job_count is 'How many jobs it has.';
comment on column queue.tally.succeeded_count is 'How many of them succeeded.';
comment on column queue.tally.dead_count is 'How many of them died.';
comment on column queue.tally.cancelled_count is 'How many of them were cancelled.';
comment on column queue.tally.closed_at is 'When it was closed; null while it is open.';
comment on column queue.tally.finished_at is 'When it was closed and all of its jobs had ended; null before.';
comment on column queue.tally.follow_up_id is 'The job that followed; null before, or when none does.';

select core.protect('queue.tally', 'queue_engine');
select ops.partition('queue.tally', 'queue.batch_id_seq', keep => interval '30 days', every => interval '10 days', ahead => interval '2 days');
grant select, insert on queue.tally to queue_engine;
grant usage on type queue.tally to queue_engine;

commit;
