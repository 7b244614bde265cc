-- Deploy howdah:queue/turn to pg
-- requires: queue/queue
-- requires: ops/partition

begin;

set local role queue_owner;

create sequence queue.turn_id_seq;

create table queue.turn (
    queue_id integer not null,
    turn_id bigint not null default nextval('queue.turn_id_seq'),
    turned_at timestamptz not null default core.now(),
    snapshot pg_snapshot not null default '1:1:',
    ticked_at timestamptz not null default '-infinity',
    last_id bigint not null default 0,
    floor_id bigint not null default 0,
    barrier_xid xid8,
    timers_snapshot pg_snapshot not null default '1:1:',
    timers_ticked_at timestamptz not null default '-infinity',
    waiting bigint[] not null default '{0,0,0,0}',
    tags bigint[] not null default '{0,0,0,0}',
    backlog_ids bigint[] not null default '{0,0,0,0}',
    offsets integer[] not null default '{0,0,0,0}',
    suspended uuid[] not null default '{}',
    pending_snapshot pg_snapshot,
    pending_xid xid8,
    pending_id bigint,
    primary key (queue_id, turn_id)
) partition by range (turn_id);

create index turn_queue_id_barrier_xid_idx on queue.turn (queue_id, barrier_xid) where barrier_xid is not null;

comment on table queue.turn is
    'How far each queue has come, after each claim. Only ever inserted: the newest row of a queue counts, and only who holds the lock of the queue may add one.';
comment on column queue.turn.queue_id is 'The queue.';
comment on column queue.turn.turn_id is 'The number of the turn; later ones are greater.';
comment on column queue.turn.turned_at is 'When it looked at the leases: the next turn looks at what ran out since.';
comment on column queue.turn.snapshot is 'Up to where the jobs are taken from their log into the backlog: the snapshot of that tick.';
comment on column queue.turn.ticked_at is 'When that tick was.';
comment on column queue.turn.last_id is 'The last number that the log of jobs had given just before that tick.';
comment on column queue.turn.floor_id is 'No job that comes into sight after that tick has a smaller number.';
comment on column queue.turn.barrier_xid is 'A transaction that got its number after last_id was read; noted once a second at most.';
comment on column queue.turn.timers_snapshot is 'Up to where the timers are taken: the snapshot of that tick, which may be an earlier one.';
comment on column queue.turn.timers_ticked_at is 'When that tick was: what was due by then is taken.';
comment on column queue.turn.waiting is 'How many jobs are in the backlog, for each priority.';
comment on column queue.turn.tags is 'Where the turns are, for each priority: the tag of the part of the backlog that came last.';
comment on column queue.turn.backlog_ids is 'That part, for each priority.';
comment on column queue.turn.offsets is 'How many of its jobs are handed out, for each priority.';
comment on column queue.turn.suspended is 'The tenants whose jobs are parked because they are suspended.';
comment on column queue.turn.pending_snapshot is 'The snapshot of a tick that found more jobs than one cut takes; null when all up to snapshot are taken.';
comment on column queue.turn.pending_xid is 'Up to which transaction the jobs of that tick are taken.';
comment on column queue.turn.pending_id is 'Up to which job of that transaction they are taken.';

select core.confine('queue.turn', 'queue_engine');
select ops.partition('queue.turn', 'queue.turn_id_seq', keep => interval '1 hour', every => interval '1 hour', ahead => interval '10 minutes');
grant select, insert on queue.turn to queue_engine;
grant usage on sequence queue.turn_id_seq to queue_engine;
grant usage on type queue.turn to queue_engine;

reset role;
set local role queue_engine;

create function queue.latest_turn(queue_id integer)
returns queue.turn
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_turn queue.turn;
begin
    select t.*
    into v_turn
    from queue.turn as t
    where t.queue_id = latest_turn.queue_id
    order by t.turn_id desc
    limit 1;
    return v_turn;
end
$$;

comment on function queue.latest_turn is 'How far a queue has come.';

create function queue.open(queue_id integer)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    insert into queue.turn (queue_id) values (open.queue_id);
end
$$;

comment on function queue.open is 'Makes the first turn of a new queue.';
grant execute on function queue.latest_turn, queue.open to queue_owner;

commit;
