-- Deploy howdah:queue/lease to pg
-- requires: queue/page

begin;

set local role queue_owner;

create table queue.lease (
    page_id bigint not null primary key,
    lease_id uuid not null default gen_random_uuid(),
    leased_at timestamptz not null default core.now(),
    leased_until timestamptz not null,
    worker text not null,
    constraint lease_ends_after_it_starts check (leased_until > leased_at)
) partition by range (page_id);

create index lease_leased_until_idx on queue.lease (leased_until);

comment on table queue.lease is 'A page is leased once: the key of this table lets one worker have it.';
comment on column queue.lease.page_id is 'The page.';
comment on column queue.lease.lease_id is 'The secret of the lease: who settles must know it.';
comment on column queue.lease.leased_at is 'Since when.';
comment on column queue.lease.leased_until is 'Until when, unless a heartbeat says longer.';
comment on column queue.lease.worker is 'Which worker has it.';

select core.confine('queue.lease', 'queue_engine');
select ops.partition('queue.lease', 'queue.page_id_seq', keep => interval '31 days');
grant select, insert on queue.lease to queue_engine;

create table queue.heartbeat (
    page_id bigint not null,
    leased_until timestamptz not null,
    primary key (page_id, leased_until)
) partition by range (page_id);

create index heartbeat_leased_until_idx on queue.heartbeat (leased_until);

comment on table queue.heartbeat is 'How leases were extended; the latest counts.';
comment on column queue.heartbeat.page_id is 'The page.';
comment on column queue.heartbeat.leased_until is 'Until when the lease lasts now.';

select core.confine('queue.heartbeat', 'queue_engine');
select ops.partition('queue.heartbeat', 'queue.page_id_seq', keep => interval '31 days');
grant select, insert on queue.heartbeat to queue_engine;

commit;
