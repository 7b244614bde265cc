-- Deploy howdah:queue/dependency to pg
-- requires: queue/lot

begin;

set local role queue_owner;

-- Moved by each that waits: as long as nobody ever did, the end of a page need not look.
create sequence queue.dependency_seq;

create table queue.dependency (
    tenant_id uuid not null,
    needed_id bigint not null,
    job_id bigint not null,
    xid xid8 not null default pg_current_xact_id(),
    noted_at timestamptz not null default core.now(),
    queue_id integer not null,
    size smallint not null,
    policy text not null
    constraint policy_is_known check (policy in ('succeeded', 'ended')),
    run_at timestamptz,
    primary key (tenant_id, needed_id, job_id),
    constraint a_job_needs_what_was_there_before_it check (needed_id < job_id)
) partition by range (needed_id);

create index dependency_tenant_id_job_id_idx on queue.dependency (tenant_id, job_id);

comment on table queue.dependency is 'Which jobs wait for which others. Only ever inserted.';
comment on column queue.dependency.tenant_id is 'Whose jobs they are.';
comment on column queue.dependency.needed_id is 'The job that must have ended first.';
comment on column queue.dependency.job_id is 'The first job of the lot that waits.';
comment on column queue.dependency.xid is 'The transaction that wrote it.';
comment on column queue.dependency.noted_at is 'When it was written.';
comment on column queue.dependency.queue_id is 'The queue of the lot that waits.';
comment on column queue.dependency.size is 'How many jobs that lot has.';
comment on column queue.dependency.policy is
    'succeeded: the lot is cancelled when the needed job is dead or cancelled. ended: it runs then, too.';
comment on column queue.dependency.run_at is 'Not before when the lot runs all the same; null for no such time.';

select core.protect('queue.dependency', 'queue_engine');
select ops.partition('queue.dependency', 'queue.job_id_seq', keep => interval '30 days', every => interval '10 days', ahead => interval '2 days');
grant select on queue.dependency to queue_engine;
grant select on sequence queue.dependency_seq to queue_engine;

create table queue.unblocking (
    tenant_id uuid not null,
    job_id bigint not null,
    unblocked_at timestamptz not null default core.now(),
    primary key (tenant_id, job_id)
) partition by range (job_id);

comment on table queue.unblocking is 'Which lots wait for no other job any more. The key lets each go on once.';
comment on column queue.unblocking.tenant_id is 'Whose jobs they are.';
comment on column queue.unblocking.job_id is 'The first job of the lot.';
comment on column queue.unblocking.unblocked_at is 'Since when it is free.';

select core.protect('queue.unblocking', 'queue_engine');
select ops.partition('queue.unblocking', 'queue.job_id_seq', keep => interval '30 days', every => interval '10 days', ahead => interval '2 days');
grant select, insert on queue.unblocking to queue_engine;

create type queue.blocked_lot as (
    tenant_id uuid,
    job_id bigint,
    bound xid8,
    size smallint,
    run_at timestamptz,
    noted_at timestamptz,
    is_free boolean,
    is_in_doubt boolean,
    error jsonb
);
comment on type queue.blocked_lot is 'Jobs of one lot that wait for others, and how it stands with them.';
comment on column queue.blocked_lot.tenant_id is 'Whose jobs they are.';
comment on column queue.blocked_lot.job_id is 'The first of them.';
comment on column queue.blocked_lot.bound is
    'Who could end a needed job without having seen that they wait has a smaller number. 0 at the first look, 1 until such a number is known; null when they are looked at because a needed job ended.';
comment on column queue.blocked_lot.size is 'How many jobs.';
comment on column queue.blocked_lot.run_at is 'Not before when they run; null for no such time.';
comment on column queue.blocked_lot.noted_at is 'Since when they wait.';
comment on column queue.blocked_lot.is_free is 'Whether there is nothing more to wait for.';
comment on column queue.blocked_lot.is_in_doubt is 'Whether a needed job may be ending just now, unseen.';
comment on column queue.blocked_lot.error is 'Why they shall not run; null when they shall.';
grant usage on type queue.blocked_lot to queue_engine;

commit;
