-- Deploy howdah:queue/queue to pg
-- requires: queue/schema
-- requires: core/protect
-- requires: core/types

begin;

set local role queue_owner;

create table queue.queue (
    name core.word not null primary key,
    lease interval not null default interval '30 seconds'
    constraint lease_is_at_least_a_second check (lease >= interval '1 second'),
    page_size smallint not null default 100
    constraint page_size_is_1_to_1000 check (page_size between 1 and 1000),
    max_attempts smallint not null default 20
    constraint max_attempts_is_1_to_1000 check (max_attempts between 1 and 1000),
    retry_base interval not null default interval '2 seconds',
    retry_cap interval not null default interval '1 hour',
    is_paused boolean not null default false,
    constraint retry_waits_grow_from_base_to_cap_within_a_year
    check (retry_base >= interval '0' and retry_cap between retry_base and interval '1 year')
);

comment on table queue.queue is 'The queues: every tenant has its jobs in the same ones, in fair turns.';
comment on column queue.queue.name is 'The name of the queue.';
comment on column queue.queue.lease is 'How long a worker may hold a page without a heartbeat.';
comment on column queue.queue.page_size is 'How many jobs a page holds at most.';
comment on column queue.queue.max_attempts is 'After how many attempts a failing job is dead; a job can say otherwise.';
comment on column queue.queue.retry_base is
    'The wait before the second attempt, a fifth more or less; it doubles with each further one.';
comment on column queue.queue.retry_cap is 'What the wait between two attempts grows to, a fifth more or less.';
comment on column queue.queue.is_paused is 'While true nothing is claimed from it.';

select core.confine('queue.queue', 'queue_owner');
create policy engine_reads_queue on queue.queue for select to queue_engine using (true);
grant select on queue.queue to queue_engine;

create table queue.lane (
    lane_id integer generated always as identity primary key,
    queue core.word not null references queue.queue (name) on delete cascade,
    priority smallint not null
    constraint priority_is_1_to_4 check (priority between 1 and 4),
    unique (queue, priority)
);

comment on table queue.lane is 'A queue has a lane for each priority. The sequence lane_<id>_hint says below which page nothing is left to claim.';
comment on column queue.lane.lane_id is 'The number of the lane.';
comment on column queue.lane.queue is 'The queue.';
comment on column queue.lane.priority is '1 goes before 2, and so on to 4.';

select core.confine('queue.lane', 'queue_owner');
create policy engine_reads_lane on queue.lane for select to queue_engine using (true);
grant select on queue.lane to queue_engine;

commit;
