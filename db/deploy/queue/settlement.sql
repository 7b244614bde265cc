-- Deploy howdah:queue/settlement to pg
-- requires: queue/page

begin;

set local role queue_owner;

create table queue.settlement (
    page_id bigint not null,
    job_id bigint not null default 0,
    settled_at timestamptz not null default core.now(),
    is_expired boolean not null default false,
    primary key (page_id, job_id)
) partition by range (page_id);

comment on table queue.settlement is
    'The fence: a page ends once, and one of its jobs ends once before it. The key decides between a worker that settles and the lease that runs out.';
comment on column queue.settlement.page_id is 'The page.';
comment on column queue.settlement.job_id is 'The job that was settled by itself; 0 for the end of the page.';
comment on column queue.settlement.settled_at is 'When it ended.';
comment on column queue.settlement.is_expired is 'The lease ran out; nothing that its worker says afterwards counts.';

select core.confine('queue.settlement', 'queue_engine');
select ops.partition('queue.settlement', 'queue.page_id_seq', keep => interval '1 hour', every => interval '1 hour', ahead => interval '10 minutes');
grant select, insert on queue.settlement to queue_engine;

commit;
