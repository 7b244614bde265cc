-- Deploy howdah:queue/rest to pg
-- requires: queue/claim

begin;

set local role queue_engine;

create function queue.bucket_fills_at(queue_id integer)
returns timestamptz
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_nobody constant uuid := '00000000-0000-0000-0000-000000000000';
    v_limit queue.gate_limit := queue.limit_of(queue_id, 'queue', v_nobody);
begin
    if v_limit.rate is null then
        return null;
    end if;
    return queue.opens_at(queue.gate_of(queue_id, 'queue', v_nobody, ''), v_limit, 1::smallint);
end
$$;

comment on function queue.bucket_fills_at is 'When the rate of a queue as a whole lets the next job start; null where it is not limited.';

create function queue.next_due(queue_id integer)
returns timestamptz
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_since timestamptz := (queue.latest_turn(queue_id)).timers_ticked_at;
    v_due_at timestamptz;
begin
    select t.due_at
    into v_due_at
    from queue.timer as t
    where t.queue_id = next_due.queue_id
        and (t.due_at at time zone 'utc') > (v_since at time zone 'utc')
        and t.due_at > v_since
        and t.due_at < core.now() + interval '1 second'
    order by t.due_at at time zone 'utc'
    limit 1;
    return least(v_due_at, queue.bucket_fills_at(queue_id));
end
$$;

comment on function queue.next_due is 'When the next timer of a queue is due, if it is within a second, or its rate lets the next job start.';

create function queue.rest(queues text[])
returns interval
language plpgsql
volatile
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
    v_queue_id integer;
    v_due_at timestamptz;
begin
    perform pulse.hurry();
    perform pulse.arm('queue');
    for v_queue_id in
        select q.queue_id from queue.queue as q where q.name = any (queues) and q.state <> 'paused'
    loop
        if queue.has_work(v_queue_id) then
            return interval '0';
        end if;
        v_due_at := least(v_due_at, queue.next_due(v_queue_id));
    end loop;
    return case
        when v_due_at is null then interval '1 second'
        else least(interval '1 second', greatest(interval '0', v_due_at - core.now()))
    end;
end
$$;

comment on function queue.rest is
    'Says that the worker is about to sleep, looks once more, and tells how long it may: 0 when there is work, else until the next timer, a second at most. The topic queue rings when work comes.';

grant execute on function queue.rest to howdah_worker;

commit;
