-- Deploy howdah:queue/outcome to pg
-- requires: queue/lot

begin;

set local role queue_owner;

create table queue.outcome (
    tenant_id uuid not null,
    job_id bigint not null,
    size smallint not null default 1,
    page_id bigint not null,
    queue_id integer not null,
    started_at timestamptz,
    settled_at timestamptz not null default core.now(),
    due_at timestamptz,
    attempt smallint not null,
    state text not null
    constraint state_is_known
    check (state in ('succeeded', 'failed', 'snoozed', 'released', 'dead', 'cancelled', 'redriven', 'purged')),
    error jsonb,
    result jsonb
    constraint result_is_at_most_64_kib check (pg_column_size(result) <= 66560),
    primary key (tenant_id, job_id, page_id)
) partition by range (job_id);

-- Dead letters are few, and looked for.
create index outcome_dead_idx on queue.outcome (tenant_id, job_id, page_id) where state = 'dead';

comment on table queue.outcome is 'The end of one attempt, of one job or of several in a row that succeeded. Only ever inserted, but for errors and results that are purged.';
comment on column queue.outcome.tenant_id is 'Whose job it is.';
comment on column queue.outcome.job_id is 'The job, or the first of several that follow each other in a lot.';
comment on column queue.outcome.size is 'How many jobs.';
comment on column queue.outcome.page_id is 'The page in which it was attempted.';
comment on column queue.outcome.queue_id is 'The queue.';
comment on column queue.outcome.started_at is 'When a worker got it; null when none did.';
comment on column queue.outcome.settled_at is 'When the attempt ended.';
comment on column queue.outcome.due_at is 'When the job comes back; null when it does not.';
comment on column queue.outcome.attempt is 'Which attempt it was.';
comment on column queue.outcome.state is
    'succeeded, dead, cancelled: the end of the job. failed, snoozed, released: it comes back. redriven: it was dead, and gets one more attempt. purged: it had ended, and is shown no more.';
comment on column queue.outcome.error is 'Why: an object with type and message; null for success.';
comment on column queue.outcome.result is 'What the handler gave back, where the job keeps it.';

select core.protect('queue.outcome', 'queue_engine');
select ops.partition('queue.outcome', 'queue.job_id_seq', keep => interval '30 days', every => interval '10 days', ahead => interval '2 days');
grant select, insert on queue.outcome to queue_engine;
grant usage on type queue.outcome to queue_engine;

create table queue.cancellation (
    tenant_id uuid not null,
    job_id bigint not null,
    attempt smallint not null,
    cancelled_at timestamptz not null default core.now(),
    error jsonb,
    primary key (tenant_id, job_id, attempt)
) partition by range (job_id);

comment on table queue.cancellation is 'Jobs that shall not be attempted any more.';
comment on column queue.cancellation.tenant_id is 'Whose job it is.';
comment on column queue.cancellation.job_id is 'The job.';
comment on column queue.cancellation.attempt is 'No attempt up to this one shall start.';
comment on column queue.cancellation.cancelled_at is 'When it was cancelled.';
comment on column queue.cancellation.error is 'Why: an object with type and message; null when somebody asked for it.';

select core.protect('queue.cancellation', 'queue_engine');
select ops.partition('queue.cancellation', 'queue.job_id_seq', keep => interval '30 days', every => interval '10 days', ahead => interval '2 days');
grant select, insert on queue.cancellation to queue_engine;

commit;
