-- Deploy howdah:queue/queue to pg
-- requires: queue/schema
-- requires: core/protect
-- requires: core/types

begin;

set local role queue_owner;

create table queue.queue (
    queue_id integer generated always as identity unique,
    name core.word not null primary key,
    state text not null default 'running'
    constraint state_is_known check (state in ('running', 'paused', 'draining')),
    is_limited boolean not null default false,
    is_shared boolean not null default false,
    lease interval not null default interval '30 seconds'
    constraint lease_is_at_least_a_second check (lease >= interval '1 second'),
    page_size smallint not null default 100
    constraint page_size_is_1_to_1000 check (page_size between 1 and 1000),
    ageing interval not null default interval '1 minute'
    constraint ageing_takes_a_time check (ageing > interval '0'),
    max_attempts smallint not null default 20
    constraint max_attempts_is_1_to_1000 check (max_attempts between 1 and 1000),
    retry_strategy text not null default 'exponential'
    constraint retry_strategy_is_known check (retry_strategy in ('exponential', 'linear', 'fixed')),
    retry_base interval not null default interval '2 seconds',
    retry_cap interval not null default interval '1 hour',
    retry_jitter real not null default 0.2
    constraint retry_jitter_is_0_to_1 check (retry_jitter between 0 and 1),
    constraint retry_waits_grow_from_base_to_cap_within_a_year
    check (retry_base >= interval '0' and retry_cap between retry_base and interval '1 year')
);

comment on table queue.queue is 'The queues: every tenant has its jobs in the same ones, in fair turns.';
comment on column queue.queue.queue_id is 'The number of the queue.';
comment on column queue.queue.name is 'The name of the queue.';
comment on column queue.queue.state is
    'running. paused: jobs are accepted, none is handed out. draining: none is accepted, what is there is worked off.';
comment on column queue.queue.is_limited is 'Whether there are limits for it, or for a tenant in it.';
comment on column queue.queue.is_shared is 'Whether any tenant has a weight of its own in it.';
comment on column queue.queue.lease is 'How long a worker may hold a page without a heartbeat.';
comment on column queue.queue.page_size is 'How many jobs a page holds at most, and how many one tenant gets in its turn.';
comment on column queue.queue.ageing is 'After how long a waiting job counts as one priority higher.';
comment on column queue.queue.max_attempts is 'After how many attempts a failing job is dead; a job can say otherwise.';
comment on column queue.queue.retry_strategy is
    'How the wait grows with each attempt: exponential (doubles), linear (by the base), fixed (stays the base).';
comment on column queue.queue.retry_base is 'The wait before the second attempt.';
comment on column queue.queue.retry_cap is 'What the wait between two attempts grows to.';
comment on column queue.queue.retry_jitter is 'By what part of itself a wait is longer or shorter, at random.';

select core.confine('queue.queue', 'queue_owner');
create policy engine_reads_queue on queue.queue for select to queue_engine using (true);
grant select on queue.queue to queue_engine;
grant usage on type queue.queue to queue_engine;

commit;
