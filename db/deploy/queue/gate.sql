-- Deploy howdah:queue/gate to pg
-- requires: queue/limit
-- requires: queue/backlog
-- requires: queue/page
-- requires: queue/settlement
-- requires: queue/timer

begin;

set local role queue_owner;

create sequence queue.gate_id_seq;

-- Who asks for room looks at the newest state of a gate, and writes the next one: under the lock of
-- the queue, so that two can't take the same room.
create table queue.gate (
    queue_id integer not null,
    gate text not null,
    tenant_id uuid not null default '00000000-0000-0000-0000-000000000000',
    gate_key text not null default '',
    gate_id bigint not null default nextval('queue.gate_id_seq'),
    holders bigint[] not null default '{}',
    counts integer[] not null default '{}',
    let_in integer not null default 0,
    theoretical_at timestamptz,
    wakes_at timestamptz,
    parked_id bigint not null default 0,
    parked_offset integer not null default 0,
    parked_count bigint not null default 0,
    primary key (queue_id, gate, tenant_id, gate_key, gate_id)
) partition by range (gate_id);

comment on table queue.gate is
    'Where jobs wait for something else than their turn. Only ever inserted: the newest row of a gate is its state.';
comment on column queue.gate.queue_id is 'The queue.';
comment on column queue.gate.gate is
    'Which kind: queue, tenant, key (the limits of these), order (the job before it with the same ordering key), suspended (its tenant).';
comment on column queue.gate.tenant_id is 'The tenant; the nil UUID for the gate of the whole queue.';
comment on column queue.gate.gate_key is 'The limit_key or ordering_key; empty for the other kinds.';
comment on column queue.gate.gate_id is 'The number of the state; later ones are greater.';
comment on column queue.gate.holders is 'The pages that have jobs which passed it; for order: the job that has passed.';
comment on column queue.gate.counts is 'How many jobs each holder has.';
comment on column queue.gate.let_in is 'How many jobs went back from here to the backlog and have not come to their turn yet.';
comment on column queue.gate.theoretical_at is
    'When the bucket will be full again: the theoretical arrival time of the generic cell rate algorithm (ITU-T I.371).';
comment on column queue.gate.wakes_at is 'When a timer will look at the gate again; null when none will.';
comment on column queue.gate.parked_id is 'Which of its parked jobs are the first that still wait.';
comment on column queue.gate.parked_offset is 'How many of these have gone already.';
comment on column queue.gate.parked_count is 'How many jobs are parked at it.';

select core.confine('queue.gate', 'queue_engine');
select ops.partition('queue.gate', 'queue.gate_id_seq', keep => interval '1 hour', every => interval '1 hour', ahead => interval '10 minutes');
grant select, insert on queue.gate to queue_engine;
grant usage on sequence queue.gate_id_seq to queue_engine;
grant usage on type queue.gate to queue_engine;

create sequence queue.parked_id_seq;

create table queue.parked (
    queue_id integer not null,
    gate text not null,
    tenant_id uuid not null,
    gate_key text not null,
    parked_id bigint not null default nextval('queue.parked_id_seq'),
    parked_at timestamptz not null default core.now(),
    priority smallint not null,
    size integer not null,
    is_announced boolean not null,
    is_suspect boolean not null,
    is_ordered boolean not null,
    weight smallint not null,
    limit_key text,
    job_ids bigint[] not null,
    sizes smallint[] not null,
    attempts smallint[] not null,
    primary key (queue_id, gate, tenant_id, gate_key, parked_id)
) partition by range (parked_id);

comment on table queue.parked is 'Jobs that wait at a gate, in the order in which they came. Only ever inserted; the gate says which of them are gone.';
comment on column queue.parked.queue_id is 'The queue.';
comment on column queue.parked.gate is 'The kind of the gate.';
comment on column queue.parked.tenant_id is 'Whose jobs they are.';
comment on column queue.parked.gate_key is 'The key of the gate.';
comment on column queue.parked.parked_id is 'The number of these jobs among all that were parked.';
comment on column queue.parked.parked_at is 'Since when they wait here.';
comment on column queue.parked.priority is '1 goes before 2, and so on to 4.';
comment on column queue.parked.size is 'How many jobs.';
comment on column queue.parked.is_announced is 'Whether the end of any of them is handed to the hooks or counts in a batch.';
comment on column queue.parked.is_suspect is 'It is a job that must run alone in its page.';
comment on column queue.parked.is_ordered is 'Whether they have an ordering key.';
comment on column queue.parked.weight is 'How many tokens of a rate limit each of them takes.';
comment on column queue.parked.limit_key is 'The key whose limits hold for them; null for none.';
comment on column queue.parked.job_ids is 'The jobs as slices of lots: the first of each.';
comment on column queue.parked.sizes is 'How many jobs each slice has.';
comment on column queue.parked.attempts is 'Which attempt it will be, for each slice.';

select core.confine('queue.parked', 'queue_engine');
select ops.partition('queue.parked', 'queue.parked_id_seq', keep => interval '1 hour', every => interval '1 hour', ahead => interval '10 minutes');
grant select, insert on queue.parked to queue_engine;
grant usage on sequence queue.parked_id_seq to queue_engine;
grant usage on type queue.parked to queue_engine;

commit;
