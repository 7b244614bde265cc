-- Deploy howdah:queue/line_up to pg
-- requires: queue/park

begin;

set local role queue_engine;

create function queue.park_attempt(queue_id integer, a queue.attempt, gate text, gate_key text)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    perform queue.park(row(
        queue_id, gate, a.tenant_id, gate_key, null, null, a.priority, a.size, a.is_announced, a.is_suspect,
        a.ordering_key is not null, a.weight, a.limit_key, array[a.job_id], array[a.size], array[a.attempt]
    ));
end
$$;

comment on function queue.park_attempt is 'Has an attempt wait at a gate before it ever was in the backlog.';

-- Of jobs with one ordering key there is one at a time between here and its end; what comes back for
-- another attempt is that one.
create function queue.line_up_ordered(turn queue.turn, queue queue.queue, a queue.attempt)
returns queue.turn
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_gate queue.gate := queue.without_gone(queue.gate_of(turn.queue_id, 'order', a.tenant_id, a.ordering_key));
    v_rest queue.attempt := a;
begin
    if a.job_id = any (v_gate.holders) then
        return queue.lay_one(turn, queue, a);
    elsif v_gate.holders = '{}' and v_gate.parked_count = 0 then
        v_gate.holders := array[a.job_id];
        v_gate.counts := '{1}';
        perform queue.store_gate(v_gate);
        a.size := 1;
        turn := queue.lay_one(turn, queue, a);
        v_rest.job_id := v_rest.job_id + 1;
        v_rest.size := v_rest.size - 1;
    end if;
    if v_rest.size > 0 then
        perform queue.park_attempt(turn.queue_id, v_rest, 'order', a.ordering_key);
    end if;
    return turn;
end
$$;

comment on function queue.line_up_ordered is 'Puts the first of the jobs with an ordering key into the backlog, and has the others wait for its end.';

-- Who comes to a gate where others wait already goes behind them, not past them.
create function queue.line_up_limited(turn queue.turn, queue queue.queue, a queue.attempt)
returns queue.turn
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_gate text;
begin
    v_gate := case
        when (queue.gate_of(turn.queue_id, 'key', a.tenant_id, a.limit_key)).parked_count > 0 then 'key'
        when (queue.gate_of(turn.queue_id, 'tenant', a.tenant_id, '')).parked_count > 0 then 'tenant'
    end;
    if v_gate is null then
        return queue.lay_one(turn, queue, a);
    end if;
    perform queue.park_attempt(
        turn.queue_id, a, v_gate, case v_gate when 'key' then a.limit_key else '' end
    );
    return turn;
end
$$;

comment on function queue.line_up_limited is 'Puts jobs for which limits hold into the backlog, or to those that wait for the same limit.';

create function queue.line_up(turn queue.turn, queue queue.queue, attempts queue.attempt[])
returns queue.turn
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_plain queue.attempt[] := attempts;
    v_attempt queue.attempt;
begin
    if cardinality(attempts) = 1 and not queue.is_limited and (attempts[1]).ordering_key is null then
        return queue.lay_one(turn, queue, attempts[1]);
    elsif queue.is_limited or exists (select from unnest(attempts) as a where a.ordering_key is not null) then
        v_plain := array(select a from unnest(attempts) as a where not queue.is_limited and a.ordering_key is null);
        for v_attempt in
            select a.* from unnest(attempts) as a where queue.is_limited or a.ordering_key is not null order by a.job_id
        loop
            turn := case
                when v_attempt.ordering_key is not null then queue.line_up_ordered(turn, queue, v_attempt)
                else queue.line_up_limited(turn, queue, v_attempt)
            end;
        end loop;
    end if;
    return case cardinality(v_plain)
        when 0 then turn
        else queue.lay(turn, queue, v_plain)
    end;
end
$$;

comment on function queue.line_up is 'Puts attempts into the backlog, or to the gates where they have to wait.';

commit;
