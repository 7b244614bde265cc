-- Deploy howdah:queue/park to pg
-- requires: queue/room
-- requires: queue/lay
-- requires: queue/slice

begin;

set local role queue_engine;

-- Where only time opens a gate, a timer has it looked at; elsewhere the end of what holds it does.
create function queue.park(part queue.parked)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_gate queue.gate := queue.gate_of(part.queue_id, part.gate, part.tenant_id, part.gate_key);
    v_opens_at timestamptz := queue.opens_at(
        v_gate, queue.limit_of(part.queue_id, part.gate, part.tenant_id), part.weight
    );
begin
    insert into queue.parked (
        queue_id, gate, tenant_id, gate_key, priority, size, is_announced, is_suspect, is_ordered, weight, limit_key,
        job_ids, sizes, attempts
    )
    values (
        part.queue_id, part.gate, part.tenant_id, part.gate_key, part.priority, part.size, part.is_announced,
        part.is_suspect, part.is_ordered, part.weight, part.limit_key, part.job_ids, part.sizes, part.attempts
    );
    v_gate.parked_count := v_gate.parked_count + part.size;
    if v_opens_at is not null and coalesce(v_gate.wakes_at <= core.now(), true) then
        v_gate.wakes_at := v_opens_at;
        perform queue.wake_gate(v_gate);
    end if;
    perform queue.store_gate(v_gate);
end
$$;

comment on function queue.park is 'Has jobs wait at a gate.';

create function queue.wake_gate(gate queue.gate)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    insert into queue.timer (tenant_id, due_at, queue_id, gate, gate_key)
    values (gate.tenant_id, coalesce(gate.wakes_at, core.now()), gate.queue_id, gate.gate, gate.gate_key);
end
$$;

comment on function queue.wake_gate is 'Has a gate looked at when it says, or at once.';

create function queue.let_in(turn queue.turn, part queue.parked)
returns queue.turn
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_tag bigint := queue.start_tag(turn, part.priority, part.tenant_id);
begin
    insert into queue.backlog (
        queue_id, priority, tag, end_tag, tenant_id, size, is_announced, is_suspect, is_ordered, weight, limit_key,
        job_ids, sizes, attempts
    )
    values (
        part.queue_id, part.priority, v_tag, v_tag + 1000 * part.size, part.tenant_id, part.size, part.is_announced,
        part.is_suspect, part.is_ordered, part.weight, part.limit_key, part.job_ids, part.sizes, part.attempts
    );
    turn.waiting[part.priority] := turn.waiting[part.priority] + part.size;
    return turn;
end
$$;

comment on function queue.let_in is 'Puts parked jobs back into the backlog.';

create function queue.next_parked(gate queue.gate)
returns queue.parked
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_parked queue.parked;
begin
    select p.*
    into v_parked
    from queue.parked as p
    where p.queue_id = gate.queue_id and p.gate = gate.gate and p.tenant_id = gate.tenant_id
        and p.gate_key = gate.gate_key and p.parked_id >= gate.parked_id
        and (p.parked_id > gate.parked_id or p.size > gate.parked_offset)
    order by p.parked_id
    limit 1;
    return v_parked;
end
$$;

comment on function queue.next_parked is 'The jobs that wait longest at a gate; of the first some may have gone already.';

create function queue.open_gate(turn queue.turn, gate queue.gate, room bigint)
returns queue.turn
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_parked queue.parked;
    v_skip integer;
    v_take integer;
    v_part queue.backlog;
begin
    while room > 0 and gate.parked_count > 0 loop
        v_parked := queue.next_parked(gate);
        exit when v_parked.parked_id is null;
        v_skip := case when v_parked.parked_id = gate.parked_id then gate.parked_offset else 0 end;
        v_take := least(v_parked.size - v_skip, room);
        v_part := queue.slice(
            row(
                null, null, null, null, null, null, null, v_parked.size, null, null, null, null, null, v_parked.job_ids,
                v_parked.sizes, v_parked.attempts
            ),
            v_skip, v_take
        );
        gate.parked_id := v_parked.parked_id;
        gate.parked_offset := v_skip + v_take;
        gate.parked_count := gate.parked_count - v_take;
        room := room - v_take;
        if gate.gate = 'order' then
            gate.holders := array[v_part.job_ids[1]];
            gate.counts := array[1];
        else
            gate.let_in := gate.let_in + v_take;
        end if;
        v_parked.size := v_take;
        v_parked.job_ids := v_part.job_ids;
        v_parked.sizes := v_part.sizes;
        v_parked.attempts := v_part.attempts;
        turn := queue.let_in(turn, v_parked);
    end loop;
    perform queue.store_gate(gate);
    return turn;
end
$$;

comment on function queue.open_gate is 'Lets so many of the jobs that are parked at a gate go on.';

create function queue.look_at(turn queue.turn, gate queue.gate)
returns queue.turn
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_gate queue.gate := queue.without_gone(gate);
    v_limit queue.gate_limit := queue.limit_of(gate.queue_id, gate.gate, gate.tenant_id);
    v_weight smallint := coalesce((queue.next_parked(gate)).weight, 1);
    v_room bigint := queue.room_at(v_gate, v_limit, v_weight) - gate.let_in;
    v_opens_at timestamptz;
begin
    if gate.parked_count = 0 then
        return turn;
    end if;
    if gate.wakes_at <= core.now() then
        v_gate.wakes_at := null;
    end if;
    if v_room < gate.parked_count and v_gate.wakes_at is null then
        v_opens_at := queue.opens_at(v_gate, v_limit, v_weight);
        if v_opens_at is not null then
            v_gate.wakes_at := v_opens_at;
            perform queue.wake_gate(v_gate);
        end if;
    end if;
    return queue.open_gate(turn, v_gate, v_room);
end
$$;

comment on function queue.look_at is 'Lets go on as many of the jobs parked at a gate as there is room for.';

create function queue.look_at_gates(turn queue.turn, timers queue.timer[])
returns queue.turn
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_timer record;
begin
    for v_timer in
        select distinct t.tenant_id, t.gate, t.gate_key from unnest(timers) as t
        where t.gate in ('order', 'key', 'tenant')
    loop
        turn := queue.look_at(turn, queue.gate_of(turn.queue_id, v_timer.gate, v_timer.tenant_id, v_timer.gate_key));
    end loop;
    return turn;
end
$$;

comment on function queue.look_at_gates is 'Looks at the gates that timers name.';

-- What came back while its tenant was suspended waits until it is not.
create function queue.look_at_suspended(turn queue.turn)
returns queue.turn
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_tenant_id uuid;
    v_gate queue.gate;
    v_still uuid[] := tenancy.suspended_tenants();
begin
    foreach v_tenant_id in array turn.suspended loop
        continue when v_tenant_id = any (v_still);
        v_gate := queue.gate_of(turn.queue_id, 'suspended', v_tenant_id, '');
        turn := queue.open_gate(turn, v_gate, v_gate.parked_count);
        turn.suspended := array_remove(turn.suspended, v_tenant_id);
    end loop;
    return turn;
end
$$;

comment on function queue.look_at_suspended is 'Lets the jobs of tenants go on that are not suspended any more.';

commit;
