-- Deploy howdah:queue/settlement to pg
-- requires: queue/page

begin;

set local role queue_owner;

create table queue.settlement (
    page_id bigint not null primary key,
    settled_at timestamptz not null default core.now(),
    is_expired boolean not null default false
) partition by range (page_id);

comment on table queue.settlement is
    'The end of a page, once: the key decides between a worker that settles and the lease that runs out. Its jobs without an outcome of their own have succeeded.';
comment on column queue.settlement.page_id is 'The page.';
comment on column queue.settlement.settled_at is 'When it ended.';
comment on column queue.settlement.is_expired is 'The lease ran out; nothing that its worker says afterwards counts.';

select core.confine('queue.settlement', 'queue_engine');
select ops.partition('queue.settlement', 'queue.page_id_seq', keep => interval '31 days');
grant select, insert on queue.settlement to queue_engine;

commit;
