-- Deploy howdah:queue/outcome to pg
-- requires: queue/job

begin;

set local role queue_owner;

create table queue.outcome (
    tenant_id uuid not null,
    job_id bigint not null,
    page_id bigint not null,
    settled_at timestamptz not null default core.now(),
    attempt smallint not null,
    state text not null
    constraint state_is_known check (state in ('succeeded', 'failed', 'snoozed', 'released', 'dead', 'cancelled')),
    error jsonb,
    primary key (tenant_id, job_id, page_id)
) partition by range (job_id);

comment on table queue.outcome is 'The end of one attempt of one job, where the settlement of its page does not say it all.';
comment on column queue.outcome.tenant_id is 'Whose job it is.';
comment on column queue.outcome.job_id is 'The job.';
comment on column queue.outcome.page_id is 'The page in which it was attempted.';
comment on column queue.outcome.settled_at is 'When the attempt ended.';
comment on column queue.outcome.attempt is 'Which attempt it was.';
comment on column queue.outcome.state is
    'succeeded, dead, cancelled: the end of the job. failed, snoozed, released: a timer brings it back.';
comment on column queue.outcome.error is 'Why: an object with type and message; null for success.';

select core.protect('queue.outcome', 'queue_engine');
select ops.partition('queue.outcome', 'queue.job_id_seq', keep => interval '30 days');
grant select, insert on queue.outcome to queue_engine;

create table queue.cancellation (
    tenant_id uuid not null,
    job_id bigint not null,
    attempt smallint not null,
    cancelled_at timestamptz not null default core.now(),
    primary key (tenant_id, job_id, attempt)
) partition by range (job_id);

comment on table queue.cancellation is 'Jobs that shall not be attempted any more.';
comment on column queue.cancellation.tenant_id is 'Whose job it is.';
comment on column queue.cancellation.job_id is 'The job.';
comment on column queue.cancellation.attempt is 'No attempt up to this one shall start.';
comment on column queue.cancellation.cancelled_at is 'When it was cancelled.';

select core.protect('queue.cancellation', 'queue_engine');
select ops.partition('queue.cancellation', 'queue.job_id_seq', keep => interval '30 days');
grant select on queue.cancellation to queue_engine;

commit;
