-- Deploy howdah:queue/timer to pg
-- requires: queue/job

begin;

set local role queue_owner;

create sequence queue.timer_id_seq;

create table queue.timer (
    tenant_id uuid not null,
    timer_id bigint not null default nextval('queue.timer_id_seq'),
    xid xid8 not null default pg_current_xact_id(),
    due_at timestamptz not null,
    job_id bigint not null,
    attempt smallint not null,
    primary key (tenant_id, timer_id)
) partition by range (timer_id);

create index timer_due_at_idx on queue.timer (due_at);
create index timer_xid_idx on queue.timer (xid);
create index timer_tenant_id_job_id_idx on queue.timer (tenant_id, job_id);

comment on table queue.timer is 'Attempts that are due at a time: delayed jobs, retries, snoozes. Only ever inserted.';
comment on column queue.timer.tenant_id is 'Whose job it is.';
comment on column queue.timer.timer_id is 'The number of the timer.';
comment on column queue.timer.xid is 'The transaction that wrote it.';
comment on column queue.timer.due_at is 'When the attempt is due.';
comment on column queue.timer.job_id is 'The job.';
comment on column queue.timer.attempt is 'Which attempt it will be; the first is 1.';

select core.protect('queue.timer', 'queue_engine');
select ops.partition('queue.timer', 'queue.timer_id_seq', keep => interval '2 days');
grant select, insert on queue.timer to queue_engine;
grant usage on sequence queue.timer_id_seq to queue_engine;

commit;
