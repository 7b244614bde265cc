-- Deploy howdah:queue/share to pg
-- requires: queue/queue

begin;

set local role queue_owner;

create table queue.share (
    tenant_id uuid not null,
    queue_id integer not null references queue.queue (queue_id) on delete cascade,
    weight smallint not null default 1
    constraint weight_is_1_to_1000 check (weight between 1 and 1000),
    concurrency integer
    constraint concurrency_is_positive check (concurrency > 0),
    rate double precision
    constraint rate_is_positive check (rate > 0 and rate <= 1000000),
    burst integer
    constraint burst_is_positive check (burst > 0),
    primary key (tenant_id, queue_id)
);

create index share_queue_id_idx on queue.share (queue_id);

comment on table queue.share is 'What a tenant gets of a queue, where it is not what every tenant gets.';
comment on column queue.share.tenant_id is 'The tenant.';
comment on column queue.share.queue_id is 'The queue.';
comment on column queue.share.weight is 'How many jobs it gets in the time in which a tenant without a row gets one.';
comment on column queue.share.concurrency is 'How many of its jobs may run at a time; null: as for every tenant.';
comment on column queue.share.rate is 'How many tokens a second its bucket gets; null: as for every tenant.';
comment on column queue.share.burst is 'How many tokens its bucket holds; null: those of a second, at least one.';

select core.protect('queue.share', 'queue_engine');
grant select, insert, update on queue.share to queue_engine;
grant usage on type queue.share to queue_engine;

reset role;
set local role queue_engine;

create function queue.write_share(share queue.share)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    insert into queue.share as s (tenant_id, queue_id, weight, concurrency, rate, burst)
    values (share.tenant_id, share.queue_id, share.weight, share.concurrency, share.rate, share.burst)
    on conflict on constraint share_pkey do update
    set weight = excluded.weight, concurrency = excluded.concurrency, rate = excluded.rate, burst = excluded.burst;
end
$$;

comment on function queue.write_share is 'Writes down what a tenant gets of a queue. Raises 23514.';
grant execute on function queue.write_share to queue_owner;

commit;
