-- Deploy howdah:queue/page to pg
-- requires: queue/queue
-- requires: ops/partition

begin;

set local role queue_owner;

create sequence queue.page_id_seq;

create table queue.page (
    page_id bigint not null default nextval('queue.page_id_seq') primary key,
    queue_id integer not null,
    lease_id uuid not null default gen_random_uuid(),
    leased_at timestamptz not null default core.now(),
    leased_until timestamptz not null,
    worker text not null,
    is_announced boolean not null,
    is_gated boolean not null default false,
    is_suspect boolean not null default false,
    tenant_ids uuid[] not null,
    job_ids bigint[] not null,
    sizes smallint[] not null,
    attempts smallint[] not null
) partition by range (page_id);

create index page_queue_id_leased_until_idx on queue.page (queue_id, leased_until);

comment on table queue.page is
    'Jobs that were handed to a worker together, under one lease, to be settled together. Only ever inserted.';
comment on column queue.page.page_id is 'The number of the page.';
comment on column queue.page.queue_id is 'The queue.';
comment on column queue.page.lease_id is 'The secret of the lease: who settles must know it.';
comment on column queue.page.leased_at is 'Since when a worker has it.';
comment on column queue.page.leased_until is 'Until when, unless a heartbeat says longer.';
comment on column queue.page.worker is 'Which worker has it.';
comment on column queue.page.is_announced is 'Whether the end of any of its jobs is handed to the hooks or counts in a batch.';
comment on column queue.page.is_gated is 'Whether any of its jobs takes room of a gate.';
comment on column queue.page.is_suspect is 'Whether its one job may be what killed the worker of its last attempt: it is to have a process for itself.';
comment on column queue.page.tenant_ids is 'The tenants of its jobs, one for each slice.';
comment on column queue.page.job_ids is 'The jobs as slices of lots: the first of each.';
comment on column queue.page.sizes is 'How many jobs each slice has.';
comment on column queue.page.attempts is 'Which attempt this is, for each slice.';

select core.confine('queue.page', 'queue_engine');
select ops.partition('queue.page', 'queue.page_id_seq', keep => interval '1 hour', every => interval '1 hour', ahead => interval '10 minutes');
grant select, insert on queue.page to queue_engine;
grant usage on sequence queue.page_id_seq to queue_engine;
grant usage on type queue.page to queue_engine;

create table queue.heartbeat (
    page_id bigint not null,
    queue_id integer not null,
    leased_until timestamptz not null,
    primary key (page_id, leased_until)
) partition by range (page_id);

create index heartbeat_queue_id_leased_until_idx on queue.heartbeat (queue_id, leased_until);

comment on table queue.heartbeat is 'How leases were extended; the latest counts.';
comment on column queue.heartbeat.page_id is 'The page.';
comment on column queue.heartbeat.queue_id is 'The queue.';
comment on column queue.heartbeat.leased_until is 'Until when the lease lasts now.';

select core.confine('queue.heartbeat', 'queue_engine');
select ops.partition('queue.heartbeat', 'queue.page_id_seq', keep => interval '1 hour', every => interval '1 hour', ahead => interval '10 minutes');
grant select, insert on queue.heartbeat to queue_engine;

commit;
