-- Deploy howdah:queue/add_lots to pg
-- requires: queue/timer
-- requires: queue/define

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

comment on function queue.check_payload is 'Raises QU422 when a payload is larger than 256 KiB.';

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

commit;
