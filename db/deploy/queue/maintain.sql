-- Deploy howdah:queue/maintain to pg
-- requires: queue/renew
-- requires: queue/is_needed
-- requires: ops/maintain

begin;

set local role queue_owner;

-- Logs that have the same bounds go in this order: what says that something ended goes last.
create function queue.drop_like(logs regclass[], lower_at timestamptz)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_log regclass;
    v_partition regclass;
begin
    foreach v_log in array logs loop
        v_partition := to_regclass(ops.partition_name(v_log, lower_at));
        if v_partition is not null and not ops.drop_partition(v_partition) then
            return;
        end if;
    end loop;
end
$$;

comment on function queue.drop_like is 'Drops the partitions of several logs that begin at a moment, one after the other, until one is in use.';

-- All questions come before the first drop: from that on everybody waits for the end of this transaction.
create function queue.drop_drained()
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_turns timestamptz[] := array(
        select e.lower_at
        from ops.expired_spans('queue.turn') as e
        where not queue.has_latest_turn(core.id_at(e.lower_at), core.id_at(e.upper_at))
    );
    v_backlogs timestamptz[] := array(
        select e.lower_at
        from ops.expired_spans('queue.backlog') as e
        where not queue.waits_in_backlog(core.id_at(e.lower_at), core.id_at(e.upper_at))
    );
    v_pages timestamptz[] := array(
        select e.lower_at
        from ops.expired_spans('queue.settlement') as e
        where not queue.has_open_page(core.id_at(e.lower_at), core.id_at(e.upper_at))
    );
    v_parked timestamptz[] := array(
        select e.lower_at
        from ops.expired_spans('queue.parked') as e
        where not queue.waits_at_gate(core.id_at(e.lower_at), core.id_at(e.upper_at))
    );
    v_gates timestamptz[] := array(
        select e.lower_at
        from ops.expired_spans('queue.gate') as e
        where (select bool_and(queue.renew_gates(q.queue_id, core.id_at(e.upper_at))) from queue.queue as q)
    );
begin
    perform queue.drop_like('{queue.turn}', t) from unnest(v_turns) as t;
    perform queue.drop_like('{queue.backlog}', t) from unnest(v_backlogs) as t;
    perform queue.drop_like('{queue.progress,queue.page,queue.heartbeat,queue.settlement}', t) from unnest(v_pages) as t;
    perform queue.drop_like('{queue.parked}', t) from unnest(v_parked) as t;
    perform queue.drop_like('{queue.gate}', t) from unnest(v_gates) as t;
end
$$;

comment on function queue.drop_drained is 'Drops the bookkeeping of the hours that are over, as far as nothing in it is in force.';

create function queue.drop_past_retention()
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_lots timestamptz[] := array(
        select e.lower_at
        from ops.expired_spans('queue.cancellation') as e
        where not queue.has_open_job(core.id_at(e.lower_at), core.id_at(e.upper_at))
            and not queue.needs_job_between(core.id_at(e.lower_at), core.id_at(e.upper_at))
    );
    v_timers timestamptz[] := array(
        select e.lower_at
        from ops.expired_spans('queue.timer') as e
        where not queue.has_open_timer(e.lower_at, e.upper_at)
    );
    v_batches timestamptz[] := array(
        select e.lower_at
        from ops.expired_spans('queue.tally') as e
        where not queue.has_unfinished_batch(core.id_at(e.lower_at), core.id_at(e.upper_at))
    );
begin
    perform queue.drop_like(
        '{queue.lot,queue.dependency,queue.unblocking,queue.unique_claim,queue.outcome,queue.cancellation}', t
    )
    from unnest(v_lots) as t;
    perform queue.drop_like('{queue.batch,queue.batch_entry,queue.tally}', t) from unnest(v_batches) as t;
    perform queue.drop_like('{queue.timer}', t) from unnest(v_timers) as t;
end
$$;

comment on function queue.drop_past_retention is
    'Drops jobs and what became of them, and timers, when they are past their retention: never one that is still to run.';

-- Several logs share a sequence, and it must never be moved back: one transaction at a time.
create function queue.maintain()
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_log text;
begin
    if not pg_try_advisory_xact_lock(hashtextextended('queue.maintain', 0)) then
        return;
    end if;
    foreach v_log in array array[
        'queue.lot', 'queue.outcome', 'queue.cancellation', 'queue.timer', 'queue.turn', 'queue.backlog', 'queue.page',
        'queue.heartbeat', 'queue.settlement', 'queue.progress', 'queue.gate', 'queue.parked', 'queue.unique_claim',
        'queue.dependency', 'queue.unblocking', 'queue.batch', 'queue.batch_entry', 'queue.tally'
    ] loop
        perform ops.maintain_log(v_log);
    end loop;
    perform queue.expire_forgotten(q.queue_id), queue.renew_turn(q.queue_id) from queue.queue as q;
    perform queue.drop_drained();
    perform queue.drop_past_retention();
end
$$;

comment on function queue.maintain is
    'Creates the partitions that come next, drops those that nothing needs any more. Does nothing while another does it.';
grant execute on function queue.maintain to ops_owner;

select ops.register_maintenance('queue.maintain');

commit;
