-- Deploy howdah:queue/share to pg
-- requires: queue/queue

begin;

set local role queue_owner;

create table queue.share (
    tenant_id uuid not null,
    queue_id integer not null references queue.queue (queue_id) on delete cascade,
    weight smallint not null default 1
    constraint weight_is_1_to_1000 check (weight between 1 and 1000),
    primary key (tenant_id, queue_id)
);

create index share_queue_id_idx on queue.share (queue_id);

comment on table queue.share is 'How large the share of a tenant in a queue is, where it is not 1.';
comment on column queue.share.tenant_id is 'The tenant.';
comment on column queue.share.queue_id is 'The queue.';
comment on column queue.share.weight is 'How many jobs it gets in the time in which a tenant without a row gets one.';

select core.protect('queue.share', 'queue_engine');
grant select on queue.share to queue_engine;

commit;
