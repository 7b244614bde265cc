-- Deploy howdah:queue/rest to pg
-- requires: queue/claim

begin;

set local role queue_engine;

create function queue.has_work(queues text[])
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return (
        select exists (
            select
            from queue.lane as l
                inner join queue.queue as q on q.name = l.queue
                cross join lateral (
                    select
                    from queue.page as p
                    where p.lane_id = l.lane_id
                        and p.page_id >= queue.hint(l.lane_id)
                        and not exists (select from queue.lease as held where held.page_id = p.page_id)
                    limit 1
                ) as free
            where q.name = any (queues) and not q.is_paused
        )
        or queue.has_fresh_attempts(pulse.latest_tick('queue'))
    );
end
$$;

comment on function queue.has_work is 'Whether a claim made now would find or cut a page.';

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
    v_tick pulse.tick;
    v_due_at timestamptz;
begin
    perform pulse.arm('queue');

    if queue.has_work(queues) then
        return interval '0';
    end if;

    v_tick := pulse.latest_tick('queue');
    select min(t.due_at) into v_due_at from queue.timer as t where t.due_at > v_tick.ticked_at;
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
