-- Deploy howdah:queue/room to pg
-- requires: queue/gate
-- requires: queue/outcome

begin;

set local role queue_engine;

create function queue.limit_of(queue_id integer, gate text, tenant_id uuid)
returns queue.gate_limit
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_limit queue.gate_limit;
    v_share queue.share;
begin
    select l.* into v_limit from queue.gate_limit as l where l.queue_id = limit_of.queue_id and l.gate = limit_of.gate;
    if gate = 'tenant' then
        select s.*
        into v_share
        from queue.share as s
        where s.tenant_id = limit_of.tenant_id and s.queue_id = limit_of.queue_id;
        v_limit.concurrency := coalesce(v_share.concurrency, v_limit.concurrency);
        if v_share.rate is not null then
            v_limit.rate := v_share.rate;
            v_limit.burst := v_share.burst;
        end if;
    end if;
    return v_limit;
end
$$;

comment on function queue.limit_of is 'The limits that hold at a gate; without concurrency and rate when there are none.';

create function queue.gate_of(queue_id integer, gate text, tenant_id uuid, gate_key text)
returns queue.gate
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_gate queue.gate;
begin
    select g.*
    into v_gate
    from queue.gate as g
    where g.queue_id = gate_of.queue_id and g.gate = gate_of.gate and g.tenant_id = gate_of.tenant_id
        and g.gate_key = gate_of.gate_key
    order by g.gate_id desc
    limit 1;
    if not found then
        v_gate := row(queue_id, gate, tenant_id, gate_key, 0, '{}', '{}', 0, null, null, 0, 0, 0);
    end if;
    return v_gate;
end
$$;

comment on function queue.gate_of is 'The state of a gate.';

create function queue.store_gate(gate queue.gate)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    insert into queue.gate (
        queue_id, gate, tenant_id, gate_key, holders, counts, let_in, theoretical_at, wakes_at, parked_id, parked_offset,
        parked_count
    )
    values (
        gate.queue_id, gate.gate, gate.tenant_id, gate.gate_key, gate.holders, gate.counts, gate.let_in,
        gate.theoretical_at, gate.wakes_at, gate.parked_id, gate.parked_offset, gate.parked_count
    );
end
$$;

comment on function queue.store_gate is 'Makes a state the newest of its gate.';

create function queue.has_ended(tenant_id uuid, job_id bigint)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return not exists (
        select from queue.lot as l where l.tenant_id = has_ended.tenant_id and l.job_id = has_ended.job_id & -128
    )
    or exists (
        select
        from queue.outcome as o
        where o.tenant_id = has_ended.tenant_id
            and o.job_id between has_ended.job_id & -128 and has_ended.job_id
            and o.job_id + o.size > has_ended.job_id
            and o.state in ('succeeded', 'dead', 'cancelled')
    );
end
$$;

comment on function queue.has_ended is 'Whether a job is over for good, or no longer kept.';

-- What holds room is known from what was written down: pages without an end, for an order the job
-- itself. Nothing is counted down, so nothing can be forgotten. The page that is being filled is not
-- written yet; one whose partition is gone has ended long ago.
create function queue.without_gone(gate queue.gate, filling bigint default null)
returns queue.gate
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    if gate.holders = '{}' then
        return gate;
    end if;
    select coalesce(array_agg(h.holder order by h.place), '{}'), coalesce(array_agg(h.jobs order by h.place), '{}')
    into gate.holders, gate.counts
    from unnest(gate.holders, gate.counts) with ordinality as h (holder, jobs, place)
    where case
        when gate.gate = 'order' then not queue.has_ended(gate.tenant_id, h.holder)
        else h.holder = filling
            or exists (select from queue.page as p where p.page_id = h.holder)
            and not exists (select from queue.settlement as s where s.page_id = h.holder and s.job_id = 0)
    end;
    return gate;
end
$$;

comment on function queue.without_gone is 'The state of a gate without the holders that are over.';

create function queue.bucket_of("limit" queue.gate_limit, weight smallint)
returns double precision
language sql
immutable
set search_path = ''
as $$
    select greatest(coalesce(("limit").burst, ("limit").rate), weight, 1)
$$;

comment on function queue.bucket_of is 'How many tokens the bucket of a limit holds: never less than one job needs.';

create function queue.room_at(gate queue.gate, "limit" queue.gate_limit, weight smallint)
returns integer
language plpgsql
stable
set search_path = ''
as $$
declare
    v_room double precision := 2147483647;
    v_debt double precision := greatest(extract(epoch from gate.theoretical_at - core.now()), 0);
begin
    if gate.gate = 'order' then
        return case when gate.holders = '{}' then 1 else 0 end;
    end if;
    if ("limit").concurrency is not null then
        v_room := ("limit").concurrency - coalesce((select sum(c) from unnest(gate.counts) as c), 0);
    end if;
    if ("limit").rate is not null then
        v_room := least(v_room, floor(
            (queue.bucket_of("limit", weight) - coalesce(v_debt, 0) * ("limit").rate + 0.000001) / weight
        ));
    end if;
    return greatest(v_room, 0);
end
$$;

comment on function queue.room_at is 'How many jobs may pass a gate now; holders that are over do not count.';

create function queue.opens_at(gate queue.gate, "limit" queue.gate_limit, weight smallint)
returns timestamptz
language plpgsql
stable
set search_path = ''
as $$
begin
    if ("limit").rate is null then
        return null;
    end if;
    return greatest(
        gate.theoretical_at - make_interval(
            secs => (queue.bucket_of("limit", weight) - weight) / ("limit").rate
        ),
        core.now() + interval '20 milliseconds'
    );
end
$$;

comment on function queue.opens_at is 'When a bucket has the tokens for one more job, not before some milliseconds; null where no rate is limited.';

create function queue.pass(gate queue.gate, "limit" queue.gate_limit, holder bigint, jobs integer, weight smallint)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    if ("limit").concurrency is not null or gate.gate = 'order' then
        gate.holders := gate.holders || holder;
        gate.counts := gate.counts || jobs;
    end if;
    if ("limit").rate is not null then
        gate.theoretical_at := greatest(gate.theoretical_at, core.now())
            + make_interval(secs => jobs * weight / ("limit").rate);
    end if;
    gate.let_in := greatest(gate.let_in - jobs, 0);
    perform queue.store_gate(gate);
end
$$;

comment on function queue.pass is 'Writes down that jobs passed a gate: they hold its room, and have taken its tokens.';

-- The room that a gate keeps for jobs which it let go on is free again when they have to wait after
-- all. If they wait elsewhere, others take their place.
create function queue.let_out(queue_id integer, part queue.backlog, keeper text)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_gate queue.gate;
begin
    for v_gate in
        select g.*
        from (values ('tenant', ''), ('key', part.limit_key)) as k (gate, gate_key)
            cross join lateral queue.gate_of(let_out.queue_id, k.gate, part.tenant_id, k.gate_key) as g
        where k.gate_key is not null and g.let_in > 0
    loop
        v_gate.let_in := greatest(v_gate.let_in - part.size, 0);
        perform queue.store_gate(v_gate);
        if v_gate.parked_count > 0 and v_gate.gate <> keeper then
            insert into queue.timer (tenant_id, due_at, queue_id, gate, gate_key)
            values (v_gate.tenant_id, core.now(), v_gate.queue_id, v_gate.gate, v_gate.gate_key);
        end if;
    end loop;
end
$$;

comment on function queue.let_out is 'Has gates keep no room any more for jobs that go from the backlog to a gate, the keeper.';

commit;
