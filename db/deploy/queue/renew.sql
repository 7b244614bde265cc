-- Deploy howdah:queue/renew to pg
-- requires: queue/claim

begin;

set local role queue_engine;

-- What is still in force is written once more when it gets old, so that the partitions behind it
-- can go.
create function queue.renew_turn(queue_id integer)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_turn queue.turn := queue.latest_turn(queue_id);
    v_now timestamptz := core.now();
begin
    if v_turn.turn_id >= least(core.id_at(v_now), pg_sequence_last_value('queue.turn_id_seq'::regclass))
        or not queue.lock_turns(queue_id, false)
    then
        return;
    end if;
    v_turn := queue.latest_turn(queue_id);
    perform queue.expire_leases(queue_id, v_turn.turned_at - interval '5 seconds');
    v_turn.barrier_xid := null;
    perform queue.store_turn(v_turn, v_now);
end
$$;

comment on function queue.renew_turn is 'Writes how far a queue has come once more when nobody did in this hour.';

-- Where no worker comes by, nobody looks for the leases of those that are gone.
create function queue.expire_forgotten(queue_id integer)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_turn queue.turn := queue.latest_turn(queue_id);
begin
    if v_turn.turned_at < core.now() - interval '1 minute' then
        perform queue.expire_leases(queue_id, v_turn.turned_at - interval '5 seconds');
    end if;
end
$$;

comment on function queue.expire_forgotten is 'Takes back the pages of a queue that nobody claims from whose leases ran out.';

create function queue.renew_gates(queue_id integer, upper_id bigint)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    if not queue.lock_turns(queue_id, false) then
        return false;
    end if;
    perform queue.store_gate(g)
    from (
        select distinct on (g.gate, g.tenant_id, g.gate_key) g.*
        from queue.gate as g
        where g.queue_id = renew_gates.queue_id
        order by g.gate, g.tenant_id, g.gate_key, g.gate_id desc
    ) as g
    where g.gate_id < upper_id
        and (g.parked_count > 0 or g.let_in > 0 or g.holders <> '{}' or g.theoretical_at > core.now());
    return true;
end
$$;

comment on function queue.renew_gates is
    'Writes the state of each gate of a queue once more that is older than a number and still matters; false when the queue is busy just now.';

grant execute on function
    queue.expire_forgotten(integer), queue.renew_turn(integer), queue.renew_gates(integer, bigint) to queue_owner;

commit;
