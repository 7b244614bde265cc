-- Deploy howdah:queue/enqueue to pg
-- requires: queue/job
-- requires: queue/timer
-- requires: queue/define
-- requires: pulse/bell

begin;

set local role queue_owner;

create function queue.check_queue(name text)
returns integer
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_queue_id integer;
    v_state text;
begin
    select q.queue_id, q.state into v_queue_id, v_state from queue.queue as q where q.name = check_queue.name;
    if not found then
        raise exception using
            errcode = 'QU422', message = format('there is no queue %L', check_queue.name), column = 'queue';
    elsif v_state = 'draining' then
        raise exception using
            errcode = 'QU423', message = format('the queue %L is draining', check_queue.name), column = 'queue',
            hint = 'It accepts no jobs until it is resumed.';
    end if;
    return v_queue_id;
end
$$;

comment on function queue.check_queue is
    'The number of a queue that accepts jobs. Raises QU422 when there is no such queue, QU423 while it is draining.';
grant execute on function queue.check_queue to event_owner;

create function queue.check_payload(payload jsonb, place bigint)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
    if pg_column_size(payload) > 262144 then
        raise exception using
            errcode = 'QU422',
            message = format('payload %s has %s bytes; 262144 are allowed', place, pg_column_size(payload)),
            column = 'payload';
    end if;
end
$$;

create function queue.check_run_at(run_at timestamptz)
returns timestamptz
language plpgsql
stable
set search_path = ''
as $$
begin
    if run_at > core.now() + interval '1 year' then
        raise exception using
            errcode = 'QU422', message = format('%s is more than a year away', run_at), column = 'run_at';
    end if;
    return case when run_at > core.now() then run_at end;
end
$$;

comment on function queue.check_run_at is
    'The time at which a job is to run; null for at once. Raises QU422 when it is more than a year away: there timers have no place.';

comment on function queue.check_payload is 'Raises QU422 when a payload is larger than 256 KiB.';

-- What is due at once is found by its transaction, what is due later by its timer.
create function queue.set_timer(lot queue.lot)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    insert into queue.timer (tenant_id, due_at, queue_id, job_id, size)
    values (lot.tenant_id, lot.run_at, lot.queue_id, lot.job_id, lot.size);
end
$$;

comment on function queue.set_timer is 'Has the jobs of a lot come up at their time.';

create function queue.add_lot(lot queue.lot)
returns bigint
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    insert into queue.lot as l (
        tenant_id, enqueued_at, run_at, deadline_at, queue_id, size, priority, max_attempts, weight, is_announced,
        keeps_result, batch_id, kind, trace, ordering_key, limit_key, payloads
    )
    values (
        lot.tenant_id, lot.enqueued_at, lot.run_at, lot.deadline_at, lot.queue_id, cardinality(lot.payloads),
        lot.priority, lot.max_attempts, lot.weight, lot.is_announced, lot.keeps_result, lot.batch_id, lot.kind,
        lot.trace, lot.ordering_key, lot.limit_key, lot.payloads
    )
    returning l.job_id, l.size into lot.job_id, lot.size;
    if lot.run_at < 'infinity' then
        perform queue.set_timer(lot);
    end if;
    return lot.job_id;
end
$$;

comment on function queue.add_lot is 'Writes a lot and sets its timer; gives the number of its first job. Raises 23514, 42501.';

-- Many jobs come in lots of a hundred, which is what a page usually holds, or of less when they are large.
create function queue.add_lots(lot queue.lot)
returns bigint[]
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_payloads jsonb[];
    v_job_id bigint;
    v_job_ids bigint[] := '{}';
begin
    if cardinality(lot.payloads) <= 128 and pg_column_size(lot.payloads) <= 262144 then
        v_job_id := queue.add_lot(lot);
        return array(select generate_series(v_job_id, v_job_id + cardinality(lot.payloads) - 1));
    end if;
    perform queue.check_payload(p.payload, p.place) from unnest(lot.payloads) with ordinality as p (payload, place);
    for v_payloads in
        select array_agg(s.payload order by s.place)
        from (
            select
                p.payload, p.place, (p.place - 1) / 100 as block,
                sum(pg_column_size(p.payload) + 8) over (
                    partition by (p.place - 1) / 100 order by p.place rows unbounded preceding
                ) / 131072 as part
            from unnest(lot.payloads) with ordinality as p (payload, place)
        ) as s
        group by s.block, s.part
        order by s.block, s.part
    loop
        lot.payloads := v_payloads;
        v_job_id := queue.add_lot(lot);
        v_job_ids := v_job_ids || array(select generate_series(v_job_id, v_job_id + cardinality(v_payloads) - 1));
    end loop;
    return v_job_ids;
end
$$;

comment on function queue.add_lots is 'Writes jobs that are alike as lots, in their order; gives their numbers. Raises QU422, 23514, 42501.';

create function queue.enqueue(
    kind core.word,
    payload jsonb default '{}',
    queue core.word default 'default',
    priority smallint default 2,
    run_at timestamptz default null,
    max_attempts smallint default null,
    is_announced boolean default false,
    trace text default null,
    ordering_key text default null,
    limit_key text default null,
    weight smallint default 1,
    deadline_at timestamptz default null,
    keeps_result boolean default false
)
returns bigint
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_lot queue.lot;
begin
    perform queue.check_payload(payload, 1);
    v_lot.queue_id := queue.check_queue(queue);
    v_lot.tenant_id := core.tenant_id();
    v_lot.enqueued_at := core.now();
    v_lot.run_at := queue.check_run_at(run_at);
    v_lot.deadline_at := deadline_at;
    v_lot.priority := priority;
    v_lot.max_attempts := max_attempts;
    v_lot.weight := weight;
    v_lot.is_announced := is_announced;
    v_lot.keeps_result := keeps_result;
    v_lot.kind := kind;
    v_lot.trace := trace;
    v_lot.ordering_key := ordering_key;
    v_lot.limit_key := limit_key;
    v_lot.payloads := array[coalesce(payload, 'null')];
    v_lot.job_id := queue.add_lot(v_lot);
    perform pulse.announce('queue');
    return v_lot.job_id;
end
$$;

comment on function queue.enqueue is
    'Enqueues a job of the tenant of the context in this transaction; gives its number. Raises QU422 for an unknown queue, a payload of more than 256 KiB or a time more than a year away, QU423 while the queue is draining, 23514, 42501 without a tenant.';

create function queue.enqueue_batch(
    kind core.word,
    payloads jsonb[],
    queue core.word default 'default',
    priority smallint default 2,
    is_announced boolean default false,
    trace text default null,
    run_at timestamptz default null,
    max_attempts smallint default null,
    ordering_key text default null,
    limit_key text default null,
    weight smallint default 1,
    deadline_at timestamptz default null,
    keeps_result boolean default false
)
returns bigint[]
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_lot queue.lot;
    v_job_ids bigint[];
begin
    v_lot.queue_id := queue.check_queue(queue);
    if coalesce(cardinality(payloads), 0) = 0 then
        return '{}';
    end if;
    v_lot.tenant_id := core.tenant_id();
    v_lot.enqueued_at := core.now();
    v_lot.run_at := queue.check_run_at(run_at);
    v_lot.deadline_at := deadline_at;
    v_lot.priority := priority;
    v_lot.max_attempts := max_attempts;
    v_lot.weight := weight;
    v_lot.is_announced := is_announced;
    v_lot.keeps_result := keeps_result;
    v_lot.kind := kind;
    v_lot.trace := trace;
    v_lot.ordering_key := ordering_key;
    v_lot.limit_key := limit_key;
    v_lot.payloads := array_replace(payloads, null, 'null');
    v_job_ids := queue.add_lots(v_lot);
    perform pulse.announce('queue');
    return v_job_ids;
end
$$;

comment on function queue.enqueue_batch is
    'Enqueues jobs of one kind, one for each payload, in their order; gives their numbers. Raises QU422, QU423, 23514, 42501.';

grant execute on function
    queue.enqueue(
        core.word, jsonb, core.word, smallint, timestamptz, smallint, boolean, text, text, text, smallint, timestamptz,
        boolean
    ),
    queue.enqueue_batch(
        core.word, jsonb[], core.word, smallint, boolean, text, timestamptz, smallint, text, text, smallint,
        timestamptz, boolean
    )
to api_owner, event_owner, event_engine;

commit;
