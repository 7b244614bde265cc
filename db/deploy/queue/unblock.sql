-- Deploy howdah:queue/unblock to pg
-- requires: queue/dependency
-- requires: queue/outcome
-- requires: queue/timer
-- requires: queue/turn
-- requires: pulse/tick

begin;

set local role queue_engine;

create function queue.is_cancelled(tenant_id uuid, job_id bigint, size smallint)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return size = (
        select count(distinct c.job_id)
        from queue.cancellation as c
        where c.tenant_id = is_cancelled.tenant_id
            and c.job_id between is_cancelled.job_id and is_cancelled.job_id + size - 1
    );
end
$$;

comment on function queue.is_cancelled is 'Whether all of these jobs, which follow each other, are cancelled.';

-- A needed job that was enqueued together with those that wait for it is in no doubt: whoever ends
-- it has seen them. One whose lot is gone has ended long ago.
create function queue.look_at_needs(lot queue.blocked_lot)
returns queue.blocked_lot
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    select
        max(n.size), max(n.run_at), min(n.noted_at), bool_and(n.is_met), bool_or(not n.is_met and n.is_foreign),
        (array_agg(jsonb_build_object(
            'type', 'dependency', 'message', format('job %s, which it depends on, is %s', n.needed_id, n.state)
        ) order by n.needed_id) filter (where not n.is_met and n.state in ('dead', 'cancelled')))[1]
    into lot.size, lot.run_at, lot.noted_at, lot.is_free, lot.is_in_doubt, lot.error
    from (
        select
            d.*, o.state, l.xid is distinct from d.xid as is_foreign,
            l.xid is null or coalesce(
                o.state = 'succeeded' or (o.state in ('dead', 'cancelled') and d.policy = 'ended'), false
            ) as is_met
        from queue.dependency as d
            left join lateral (
                select l.xid
                from queue.lot as l
                where l.tenant_id = d.tenant_id and l.job_id = d.needed_id & -128
                limit 1
            ) as l on true
            cross join lateral queue.last_outcome(d.tenant_id, d.needed_id) as o
        where d.tenant_id = lot.tenant_id and d.job_id = lot.job_id and d.needed_id < lot.job_id
    ) as n;
    if lot.error is null and not lot.is_free and queue.is_cancelled(lot.tenant_id, lot.job_id, lot.size) then
        lot.is_free := true;
        lot.run_at := null;
    end if;
    return lot;
end
$$;

comment on function queue.look_at_needs is 'Jobs that wait for others, with how it stands with those now.';

create function queue.needs_job_between(lower_id bigint, upper_id bigint)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return exists (
        select
        from queue.dependency as d
        where d.needed_id >= lower_id and d.needed_id < upper_id
            and not exists (
                select from queue.unblocking as u where u.tenant_id = d.tenant_id and u.job_id = d.job_id
            )
    );
end
$$;

comment on function queue.needs_job_between is 'Whether any job still waits for one with a number in a range.';
grant execute on function queue.needs_job_between to queue_owner;

create function queue.blocked_lots(queue_id integer, timers queue.timer[])
returns setof queue.blocked_lot
language plpgsql
stable
rows 10
security definer
set search_path = ''
as $$
begin
    return query
    select l.*
    from (
        select w.tenant_id, w.job_id, max(w.bound) as bound
        from (
            select
                t.tenant_id, split_part(t.gate_key, ' ', 1)::bigint as job_id,
                split_part(t.gate_key, ' ', 2)::xid8 as bound
            from unnest(timers) as t
            where t.gate = 'dependent'
            union all
            select d.tenant_id, d.job_id, null
            from unnest(timers) as t
                cross join lateral (
                    select d.tenant_id, d.job_id, d.queue_id
                    from queue.dependency as d
                    where d.tenant_id = t.tenant_id and d.needed_id = t.gate_key::bigint
                    offset 0
                ) as d
            where t.gate = 'needed' and d.queue_id = blocked_lots.queue_id
        ) as w
        where not exists (
            select from queue.unblocking as u where u.tenant_id = w.tenant_id and u.job_id = w.job_id offset 0
        )
        group by w.tenant_id, w.job_id
    ) as d
        cross join lateral queue.look_at_needs(
            row(d.tenant_id, d.job_id, d.bound, null, null, null, null, null, null)
        ) as l;
end
$$;

comment on function queue.blocked_lots is 'The jobs that wait for others and that timers name, or whose needed jobs they name.';

-- Who ends a needed job tells those that wait only if it sees them. It looks before it commits: so
-- what waits here is looked at until everybody is gone who may have looked too early. That is who
-- had a number before this transaction got its own, after an earlier look.
create function queue.look_again(queue_id integer, lots queue.blocked_lot[], tick pulse.tick)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    insert into queue.timer (tenant_id, due_at, queue_id, gate, gate_key)
    select
        l.tenant_id,
        core.now() + greatest(interval '20 milliseconds', least(interval '10 seconds', (core.now() - l.noted_at) / 4)),
        look_again.queue_id, 'dependent',
        concat_ws(
            ' ', l.job_id,
            case l.bound when '0' then '1' when '1' then coalesce(tick.barrier_xid, '1') else l.bound end
        )
    from unnest(lots) as l
    where l.is_in_doubt and (l.bound in ('0', '1') or l.bound >= pg_snapshot_xmin(tick.snapshot));
end
$$;

comment on function queue.look_again is 'Has jobs looked at again whose needed jobs may be ending unseen.';

create function queue.refuse_lots(lots queue.blocked_lot[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    insert into queue.cancellation (tenant_id, job_id, attempt, error)
    select l.tenant_id, n.job_id, 1, l.error
    from unnest(lots) as l
        cross join lateral generate_series(l.job_id, l.job_id + l.size - 1) as n (job_id)
    where l.error is not null
    on conflict do nothing;
end
$$;

comment on function queue.refuse_lots is 'Cancels the jobs whose needed jobs did not succeed.';

-- Gives what comes up at once as timers that are due; the caller takes them for such.
create function queue.unblock(queue_id integer, timers queue.timer[], tick pulse.tick)
returns queue.timer[]
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_lots queue.blocked_lot[] := array(select l from queue.blocked_lots(queue_id, timers) as l);
    v_free queue.blocked_lot[] := array(select l from unnest(v_lots) as l where l.is_free or l.error is not null);
begin
    perform queue.look_again(
        queue_id, array(select l from unnest(v_lots) as l where not l.is_free and l.error is null), tick
    );
    perform queue.refuse_lots(v_free);
    insert into queue.unblocking (tenant_id, job_id)
    select l.tenant_id, l.job_id from unnest(v_free) as l
    on conflict do nothing;
    insert into queue.timer (tenant_id, due_at, queue_id, job_id, size)
    select l.tenant_id, l.run_at, unblock.queue_id, l.job_id, l.size
    from unnest(v_free) as l
    where l.run_at > core.now() and l.error is null;
    return array(
        select row(
            l.tenant_id, core.now(), 0, '0', unblock.queue_id, l.job_id, l.size, 1, false, null, null
        )::queue.timer
        from unnest(v_free) as l
        where coalesce(l.run_at <= core.now(), true) or l.error is not null
    );
end
$$;

comment on function queue.unblock is
    'Lets go on what waited for other jobs and needs not any more, or cancels it. The caller holds the lock of the queue.';

commit;
