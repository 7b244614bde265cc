-- Deploy howdah:queue/timer to pg
-- requires: queue/lot

begin;

set local role queue_owner;

create sequence queue.timer_id_seq;

create table queue.timer (
    tenant_id uuid not null,
    due_at timestamptz not null,
    timer_id bigint not null default nextval('queue.timer_id_seq'),
    xid xid8 not null default pg_current_xact_id(),
    queue_id integer not null,
    job_id bigint,
    size smallint not null default 1,
    attempt smallint not null default 1,
    is_suspect boolean not null default false,
    gate text,
    gate_key text,
    primary key (tenant_id, due_at, timer_id),
    constraint a_timer_is_for_jobs_or_for_a_gate check ((job_id is null) = (gate is not null))
) partition by range (due_at);

-- Two roads to a timer. The planner must take the one that is meant: the moment under another name
-- keeps it from walking through all that was ever due.
create index timer_due_idx on queue.timer (queue_id, (due_at at time zone 'utc'));
create index timer_queue_id_xid_idx on queue.timer (queue_id, xid);

comment on table queue.timer is
    'What is due at a time: delayed jobs, retries, snoozes, gates that open. Only ever inserted.';
comment on column queue.timer.tenant_id is 'Whose jobs they are.';
comment on column queue.timer.due_at is 'When the attempt is due.';
comment on column queue.timer.timer_id is 'The number of the timer.';
comment on column queue.timer.xid is 'The transaction that wrote it.';
comment on column queue.timer.queue_id is 'The queue.';
comment on column queue.timer.job_id is 'The first of the jobs, which follow each other in one lot; null: it is for a gate.';
comment on column queue.timer.size is 'How many jobs.';
comment on column queue.timer.attempt is 'Which attempt it will be; the first is 1.';
comment on column queue.timer.is_suspect is 'The worker of the last attempt died of this job or of another in its page: it runs alone now.';
comment on column queue.timer.gate is 'What to look at: a gate (order, key, tenant), the batch, the dependent or those that needed the job of that number; null: it is for jobs.';
comment on column queue.timer.gate_key is 'The key of the gate, or the number.';

select core.protect('queue.timer', 'queue_engine');
select ops.partition('queue.timer', null, keep => interval '30 days', every => interval '60 days', ahead => interval '370 days');
grant select, insert on queue.timer to queue_engine;
grant usage on sequence queue.timer_id_seq to queue_engine;
grant usage on type queue.timer to queue_engine;

commit;
