-- Deploy howdah:queue/list_blocked_keys to pg
-- requires: queue/room
-- requires: queue/park
-- requires: core/context

begin;

set local role queue_owner;

create type queue.blocked_key as (
    tenant_id uuid,
    gate text,
    key text,
    parked_count bigint,
    parked_at timestamptz,
    holder_id bigint
);
comment on type queue.blocked_key is 'A key at whose gate jobs wait.';
comment on column queue.blocked_key.tenant_id is 'The tenant.';
comment on column queue.blocked_key.gate is 'order: for the job before them with the same ordering key. key: for room or tokens of their limit key. tenant: of their tenant. suspended: for their tenant to be active.';
comment on column queue.blocked_key.key is 'The ordering key or limit key; empty for the other gates.';
comment on column queue.blocked_key.parked_count is 'How many jobs wait.';
comment on column queue.blocked_key.parked_at is 'Since when the first of them does.';
comment on column queue.blocked_key.holder_id is 'For order: the job that they wait for; null for the others.';
grant usage on type queue.blocked_key to queue_engine, api_owner;

reset role;
set local role queue_engine;

-- From one key to the next, each time to the newest state of its gate: as many look-ups as keys,
-- however often each was used.
create function queue.gates_after(queue_id integer, gate text, tenant_id uuid, gate_key text, is_own boolean, at_most integer)
returns setof queue.gate
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_sort = off
as $$
declare
    v_gate queue.gate;
    v_tenant_id uuid := tenant_id;
    v_key text := gate_key;
begin
    for i in 1 .. at_most loop
        select g.tenant_id, g.gate_key
        into v_tenant_id, v_key
        from queue.gate as g
        where g.queue_id = gates_after.queue_id and g.gate = gates_after.gate
            and (g.tenant_id, g.gate_key) > (v_tenant_id, v_key)
        order by g.tenant_id, g.gate_key
        limit 1;
        exit when not found or (is_own and v_tenant_id <> tenant_id);
        return next queue.gate_of(queue_id, gate, v_tenant_id, v_key);
    end loop;
end
$$;

comment on function queue.gates_after is
    'The newest states of the gates of a kind behind one, in the order of tenant and key: all, or those of its tenant; at most so many.';

create function queue.view_blocked(gate queue.gate)
returns queue.blocked_key
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_gate queue.gate := queue.without_gone(gate);
begin
    return row(
        gate.tenant_id, gate.gate, gate.gate_key, gate.parked_count, (queue.next_parked(gate)).parked_at,
        case when gate.gate = 'order' then v_gate.holders[1] end
    )::queue.blocked_key;
end
$$;

comment on function queue.view_blocked is 'A gate at which jobs wait, as operators and tenants see it.';

create function queue.check_gate(gate text)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
    if coalesce(gate not in ('order', 'key', 'tenant', 'suspended'), true) then
        raise exception using
            errcode = 'QU422', message = format('%L is none of order, key, tenant, suspended', gate), column = 'gate';
    end if;
end
$$;

comment on function queue.check_gate is 'Raises QU422 for what is no kind of gate at which jobs are parked.';

create function queue.list_blocked_keys(queue text, gate text, after text, "limit" integer)
returns setof queue.blocked_key
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_variable
declare
    v_queue_id integer := queue.queue_id_of(queue);
    v_gate queue.gate;
    v_seen integer := 0;
begin
    perform queue.check_gate(gate);
    for v_gate in select g.* from queue.gates_after(v_queue_id, gate, core.tenant_id(), after, true, 1000) as g loop
        v_seen := v_seen + 1;
        if v_gate.parked_count > 0 then
            return next queue.view_blocked(v_gate);
            "limit" := "limit" - 1;
            exit when "limit" = 0;
        end if;
        if v_seen = 1000 then
            perform core.more_after(v_gate.gate_key);
        end if;
    end loop;
end
$$;

comment on function queue.list_blocked_keys is
    'The keys of the tenant of the context behind one at whose gates in a queue jobs wait, in their order; looks at a thousand at a time. Raises QU404, QU422.';

create function queue.list_all_blocked_keys(queue text, gate text default 'order', "limit" integer default 100)
returns setof queue.blocked_key
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_variable
declare
    v_queue_id integer := queue.queue_id_of(queue);
begin
    perform queue.check_gate(gate);
    return query
    select b.*
    from (
        select g
        from queue.gates_after(v_queue_id, gate, '00000000-0000-0000-0000-000000000000', '', false, 10000) as g
        where g.parked_count > 0
        order by g.parked_count desc
        limit list_all_blocked_keys."limit"
    ) as w
        cross join lateral queue.view_blocked(w.g) as b;
end
$$;

comment on function queue.list_all_blocked_keys is
    'The keys of all tenants at whose gates in a queue most jobs wait, for operators; among ten thousand keys. Raises QU404, QU422.';

create function queue.count_parked(queue_id integer, out gate text, out parked_count bigint)
returns setof record
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return query
    select k.gate, coalesce(sum(g.parked_count), 0)::bigint
    from unnest(array['order', 'key', 'tenant', 'suspended']) as k (gate)
        left join lateral queue.gates_after(
            count_parked.queue_id, k.gate, '00000000-0000-0000-0000-000000000000', '', false, 1000
        ) as g on true
    group by k.gate;
end
$$;

comment on function queue.count_parked is 'How many jobs of a queue wait at each kind of gate; of keys the first thousand count.';

grant execute on function queue.list_blocked_keys(text, text, text, integer), queue.list_all_blocked_keys(text, text, integer)
to api_owner;

commit;
