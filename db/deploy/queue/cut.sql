-- Deploy howdah:queue/cut to pg
-- requires: queue/fresh_attempts
-- requires: queue/settlement
-- requires: queue/outcome
-- requires: queue/lease

begin;

set local role queue_engine;

-- Tenants take turns: the first job of each, then the second of each, and so on.
create function queue.lay_pages(earlier pulse.tick, later pulse.tick)
returns bigint
language plpgsql
volatile
security definer
set search_path = ''
set enable_hashjoin = on
as $$
declare
    v_count bigint;
begin
    with attempt as (
        select
            f.tenant_id, f.job_id, f.attempt, f.is_announced, l.lane_id, q.page_size,
            row_number() over (partition by l.lane_id, f.tenant_id order by f.job_id) as turn
        from queue.fresh_attempts(earlier, later) as f
            inner join queue.lane as l on l.queue = f.queue and l.priority = f.priority
            inner join queue.queue as q on q.name = f.queue
    ),
    placed as (
        select a.*, (row_number() over (partition by a.lane_id order by a.turn, a.job_id) - 1) / a.page_size as page_no
        from attempt as a
    ),
    laid as (
        insert into queue.page as p (lane_id, is_announced, tenant_ids, job_ids, attempts)
        select
            p.lane_id,
            bool_or(p.is_announced),
            array_agg(p.tenant_id order by p.turn, p.job_id),
            array_agg(p.job_id order by p.turn, p.job_id),
            array_agg(p.attempt order by p.turn, p.job_id)
        from placed as p
        group by p.lane_id, p.page_no
        order by p.page_no, p.lane_id
        returning p.page_id
    )
    select count(*) into v_count from laid;

    return v_count;
end
$$;

comment on function queue.lay_pages is 'Makes pages of the attempts between two ticks; says how many.';

-- Only one transaction at a time cuts, up to its commit: pages become visible in the order of their numbers.
create function queue.cut()
returns bigint
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_earlier pulse.tick := pulse.latest_tick('queue');
    v_later pulse.tick;
begin
    perform queue.expire_leases(coalesce(v_earlier.ticked_at - interval '5 seconds', '-infinity'));

    if v_earlier.ticked_at > core.now() - interval '10 seconds' and not queue.has_fresh_attempts(v_earlier) then
        return 0;
    end if;

    v_later := pulse.tick('queue', pg_sequence_last_value('queue.job_id_seq'::regclass));

    if v_earlier.tick_id is null then
        v_earlier.snapshot := '1:1:';
        v_earlier.floor_id := 0;
        v_earlier.ticked_at := '-infinity';
    end if;

    return queue.lay_pages(v_earlier, v_later);
end
$$;

comment on function queue.cut is
    'Makes pages of all that became visible or due since the last cut, and takes back what ran out of its lease; says how many pages. The caller holds the cutting lock.';

create function queue.lock_cutting()
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    c_cutting constant bigint := hashtextextended('queue.cut', 0);
begin
    if pg_try_advisory_xact_lock(c_cutting) then
        return false;
    end if;

    perform pg_advisory_xact_lock(c_cutting);
    return true;
end
$$;

comment on function queue.lock_cutting is
    'Waits until nobody else cuts, and keeps it so until the end of the transaction; whether it had to wait.';

commit;
