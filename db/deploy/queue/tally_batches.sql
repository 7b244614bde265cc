-- Deploy howdah:queue/tally_batches to pg
-- requires: queue/batch
-- requires: queue/timer

begin;

set local role queue_engine;

create function queue.latest_tally(tenant_id uuid, batch_id bigint)
returns queue.tally
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_tally queue.tally;
begin
    select t.*
    into v_tally
    from queue.tally as t
    where t.tenant_id = latest_tally.tenant_id and t.batch_id = latest_tally.batch_id
    order by t.tally_no desc
    limit 1;
    if not found then
        v_tally := row(
            tenant_id, batch_id, 0, null, '1:1:', 0, 0, 0, 0, null, null, null
        );
    end if;
    return v_tally;
end
$$;

comment on function queue.latest_tally is 'How a batch stood when it was counted last.';

-- Two branches for two kinds of transaction, so that each is an index look-up: what was counted
-- once is not read again.
create function queue.fresh_entries(tally queue.tally)
returns setof queue.batch_entry
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return query
    select e.*
    from queue.batch_entry as e
    where e.tenant_id = tally.tenant_id and e.batch_id = tally.batch_id and e.xid >= pg_snapshot_xmax(tally.snapshot)
    union all
    select e.*
    from pg_snapshot_xip(tally.snapshot) as r (xid)
        cross join lateral (
            select e.*
            from queue.batch_entry as e
            where e.tenant_id = tally.tenant_id and e.batch_id = tally.batch_id and e.xid = r.xid
            offset 0
        ) as e;
end
$$;

comment on function queue.fresh_entries is 'What happened to a batch since a tally.';

create function queue.tally_of(tenant_id uuid, batch_id bigint, snapshot pg_snapshot default null)
returns queue.tally
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_tally queue.tally := queue.latest_tally(tenant_id, batch_id);
begin
    select
        v_tally.job_count + coalesce(sum(e.added), 0),
        v_tally.succeeded_count + coalesce(sum(e.succeeded), 0),
        v_tally.dead_count + coalesce(sum(e.dead), 0),
        v_tally.cancelled_count + coalesce(sum(e.cancelled), 0),
        coalesce(v_tally.closed_at, min(e.entered_at) filter (where e.is_closing))
    into
        v_tally.job_count, v_tally.succeeded_count, v_tally.dead_count, v_tally.cancelled_count, v_tally.closed_at
    from queue.fresh_entries(v_tally) as e
    where tally_of.snapshot is null or pg_visible_in_snapshot(e.xid, tally_of.snapshot);
    v_tally.tally_no := v_tally.tally_no + 1;
    v_tally.snapshot := tally_of.snapshot;
    return v_tally;
end
$$;

comment on function queue.tally_of is 'How a batch stands: what a snapshot sees, or without one all that is there.';

create function queue.enqueue_follow_up(batch queue.batch, tally queue.tally)
returns bigint
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_job_id bigint;
begin
    insert into queue.lot as l (tenant_id, queue_id, size, priority, is_announced, kind, trace, payloads)
    values (
        batch.tenant_id, batch.queue_id, 1, batch.priority, batch.is_announced, batch.kind, batch.trace,
        array[batch.payload || jsonb_build_object('batch', jsonb_build_object(
            'batch_id', batch.batch_id, 'succeeded', tally.succeeded_count, 'dead', tally.dead_count,
            'cancelled', tally.cancelled_count
        ))]
    )
    returning l.job_id into v_job_id;
    return v_job_id;
end
$$;

comment on function queue.enqueue_follow_up is 'Enqueues the job that follows a batch; gives its number.';

create function queue.tally_batch(tenant_id uuid, batch_id bigint, snapshot pg_snapshot)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_tally queue.tally := queue.tally_of(tenant_id, batch_id, snapshot);
    v_batch queue.batch;
begin
    if v_tally.finished_at is not null then
        return;
    end if;
    if v_tally.closed_at is not null
        and v_tally.job_count = v_tally.succeeded_count + v_tally.dead_count + v_tally.cancelled_count
    then
        select b.*
        into v_batch
        from queue.batch as b
        where b.tenant_id = tally_batch.tenant_id and b.batch_id = tally_batch.batch_id;
        v_tally.finished_at := core.now();
        if v_batch.kind is not null then
            v_tally.follow_up_id := queue.enqueue_follow_up(v_batch, v_tally);
        end if;
    end if;
    insert into queue.tally (
        tenant_id, batch_id, tally_no, snapshot, job_count, succeeded_count, dead_count, cancelled_count, closed_at,
        finished_at, follow_up_id
    )
    values (
        tenant_id, batch_id, v_tally.tally_no, v_tally.snapshot, v_tally.job_count, v_tally.succeeded_count,
        v_tally.dead_count, v_tally.cancelled_count, v_tally.closed_at, v_tally.finished_at, v_tally.follow_up_id
    );
end
$$;

comment on function queue.tally_batch is 'Counts what happened to a batch, and enqueues what follows when it has ended.';

create function queue.tally_batches(timers queue.timer[], snapshot pg_snapshot)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    perform queue.tally_batch(b.tenant_id, b.batch_id, snapshot)
    from (
        select distinct t.tenant_id, t.gate_key::bigint as batch_id from unnest(timers) as t where t.gate = 'batch'
    ) as b;
end
$$;

comment on function queue.tally_batches is 'Counts the batches that timers name. The caller holds the lock of their queue.';

-- A batch that nobody closes is not waited for.
create function queue.has_unfinished_batch(lower_id bigint, upper_id bigint)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return exists (
        select
        from queue.batch_entry as e
        where e.batch_id >= lower_id and e.batch_id < upper_id and e.is_closing
            and (queue.latest_tally(e.tenant_id, e.batch_id)).finished_at is null
    );
end
$$;

comment on function queue.has_unfinished_batch is 'Whether any closed batch with a number in a range has not ended.';
grant execute on function
    queue.tally_of(uuid, bigint, pg_snapshot), queue.has_unfinished_batch(bigint, bigint)
to queue_owner;

commit;
