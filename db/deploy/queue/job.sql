-- Deploy howdah:queue/job to pg
-- requires: queue/queue
-- requires: ops/partition
-- requires: core/context
-- requires: pulse/tick

begin;

set local role queue_owner;

create sequence queue.job_id_seq;

create table queue.job (
    tenant_id uuid not null,
    job_id bigint not null default pulse.next_id('queue.job_id_seq'),
    xid xid8 not null default pg_current_xact_id(),
    enqueued_at timestamptz not null default core.now(),
    run_at timestamptz,
    priority smallint not null default 2
    constraint priority_is_1_to_4 check (priority between 1 and 4),
    max_attempts smallint
    constraint max_attempts_is_1_to_1000 check (max_attempts between 1 and 1000),
    is_announced boolean not null default false,
    queue core.word not null default 'default',
    kind core.word not null,
    payload jsonb not null default '{}'
    constraint payload_is_at_most_256_kib check (pg_column_size(payload) <= 262144),
    trace text,
    primary key (tenant_id, job_id)
) partition by range (job_id);

-- What became visible since a tick is found by the transaction that wrote it.
create index job_xid_idx on queue.job (xid) where run_at is null;

comment on table queue.job is 'The jobs; only ever inserted. What became of one follows from pages, leases, settlements and outcomes.';
comment on column queue.job.tenant_id is 'Whose job it is.';
comment on column queue.job.job_id is 'The number of the job, ordered by time.';
comment on column queue.job.xid is 'The transaction that wrote it.';
comment on column queue.job.enqueued_at is 'When it was accepted.';
comment on column queue.job.run_at is 'Not before when it runs; null: at once.';
comment on column queue.job.priority is '1 goes before 2, and so on to 4.';
comment on column queue.job.max_attempts is 'After how many attempts it is dead; null: as its queue says.';
comment on column queue.job.is_announced is 'Whether its end is handed to the hooks of the queue.';
comment on column queue.job.queue is 'Its queue.';
comment on column queue.job.kind is 'Which handler runs it.';
comment on column queue.job.payload is 'What the handler gets: any JSON up to 256 KiB.';
comment on column queue.job.trace is 'The trace context it was enqueued in (W3C traceparent); null for none.';

select core.protect('queue.job', 'queue_engine');
select ops.partition('queue.job', 'queue.job_id_seq', keep => interval '30 days');
grant select on queue.job to queue_engine;
grant usage on type queue.job to queue_engine;
grant select on sequence queue.job_id_seq to queue_engine;

commit;
