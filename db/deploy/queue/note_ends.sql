-- Deploy howdah:queue/note_ends to pg
-- requires: queue/batch
-- requires: queue/dependency
-- requires: queue/expire_leases
-- requires: queue/timer
-- requires: pulse/bell

begin;

set local role queue_engine;

-- One look at the range of the numbers, since few jobs are needed by others. What was enqueued too
-- late to be seen here is looked at by queue.unblock.
create function queue.has_dependents(page queue.page)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_lower bigint := page.job_ids[1];
    v_upper bigint := page.job_ids[1] + page.sizes[1] - 1;
begin
    if cardinality(page.job_ids) > 1 then
        select min(s.job_id), max(s.job_id + s.size - 1)
        into v_lower, v_upper
        from unnest(page.job_ids, page.sizes) as s (job_id, size);
    end if;
    return exists (
        select
        from queue.dependency as d
        where d.tenant_id = any (page.tenant_ids) and d.needed_id between v_lower and v_upper
    );
end
$$;

comment on function queue.has_dependents is 'Whether other jobs may wait for jobs of a page.';

-- Whether all that is needed has ended is judged by the next turn of their queue, one at a time, so
-- that of two that end at once none can miss the other.
create function queue.wake_dependents(page queue.page, ended bigint[], but bigint[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    insert into queue.timer (tenant_id, due_at, queue_id, gate, gate_key)
    select distinct d.tenant_id, core.now(), d.queue_id, 'needed', d.needed_id::text
    from unnest(page.tenant_ids, page.job_ids, page.sizes) as s (tenant_id, job_id, size)
        cross join lateral (
            select d.tenant_id, d.queue_id, d.needed_id
            from queue.dependency as d
            where d.tenant_id = s.tenant_id and d.needed_id between s.job_id and s.job_id + s.size - 1
            offset 0
        ) as d
    where d.needed_id <> all (but) and (ended is null or d.needed_id = any (ended));
    if found then
        perform pulse.announce('queue');
    end if;
end
$$;

comment on function queue.wake_dependents is
    'Has the jobs looked at that wait for jobs of a page: for those that ended (null: for all), but not for some.';

create function queue.ended_before(tenant_id uuid, job_id bigint, page_id bigint)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return exists (
        select
        from queue.outcome as o
        where o.tenant_id = ended_before.tenant_id
            and o.job_id between ended_before.job_id & -128 and ended_before.job_id
            and o.job_id + o.size > ended_before.job_id
            and o.page_id <> ended_before.page_id
            and o.state in ('succeeded', 'dead', 'cancelled')
    );
end
$$;

comment on function queue.ended_before is 'Whether a job ended in another page already: it came to life again.';

-- The slices of the page have ended in these states. A first attempt that was not cancelled is the
-- first end of its job without a look.
create function queue.count_ends(page queue.page, states text[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    with ended as (
        select b.tenant_id, b.batch_id, b.queue_id, s.state, n.count
        from unnest(page.tenant_ids, page.job_ids, page.sizes, page.attempts, states)
                as s (tenant_id, job_id, size, attempt, state)
            cross join lateral (
                select l.tenant_id, l.batch_id
                from queue.lot as l
                where l.tenant_id = s.tenant_id and l.job_id = s.job_id & -128
                limit 1
            ) as l
            inner join queue.batch as b on b.tenant_id = l.tenant_id and b.batch_id = l.batch_id
            cross join lateral (
                select case
                    when s.attempt = 1 and s.state is distinct from 'cancelled' then s.size
                    else (
                        select count(*)
                        from generate_series(s.job_id, s.job_id + s.size - 1) as j (job_id)
                        where not queue.ended_before(s.tenant_id, j.job_id, page.page_id)
                    )
                end as count
            ) as n
    ),
    entered as (
        insert into queue.batch_entry (tenant_id, batch_id, succeeded, dead, cancelled)
        select
            e.tenant_id, e.batch_id,
            coalesce(sum(e.count) filter (where coalesce(e.state, 'succeeded') = 'succeeded'), 0),
            coalesce(sum(e.count) filter (where e.state = 'dead'), 0),
            coalesce(sum(e.count) filter (where e.state = 'cancelled'), 0)
        from ended as e
        where e.count > 0
        group by e.tenant_id, e.batch_id
    )
    insert into queue.timer (tenant_id, due_at, queue_id, gate, gate_key)
    select distinct e.tenant_id, core.now(), e.queue_id, 'batch', e.batch_id::text
    from ended as e
    where e.count > 0;
    if found then
        perform pulse.announce('queue');
    end if;
end
$$;

comment on function queue.count_ends is
    'Counts the first ends of jobs in their batches: the slices of a page have ended in these states (null: all succeeded).';

create function queue.count_final(page queue.page, ends jsonb)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_page queue.page := page;
    v_states text[];
begin
    select
        array_agg(e.tenant_id), array_agg(e.job_id), array_agg(1), array_agg(e.attempt), array_agg(e.state)
    into v_page.tenant_ids, v_page.job_ids, v_page.sizes, v_page.attempts, v_states
    from jsonb_to_recordset(ends) as e (tenant_id uuid, job_id bigint, attempt smallint, state text)
    where e.state in ('succeeded', 'dead', 'cancelled');
    perform queue.count_ends(v_page, v_states);
end
$$;

comment on function queue.count_final is 'Counts in their batches those ends of jobs that are final.';

create function queue.without(page queue.page, but bigint[])
returns queue.page
language plpgsql
immutable
set search_path = ''
as $$
begin
    if but <> '{}' then
        select
            coalesce(array_agg(j.tenant_id order by j.place), '{}'), coalesce(array_agg(j.job_id order by j.place), '{}'),
            coalesce(array_agg(1::smallint order by j.place), '{}'), coalesce(array_agg(j.attempt order by j.place), '{}')
        into page.tenant_ids, page.job_ids, page.sizes, page.attempts
        from queue.jobs_in(page) as j
        where j.job_id <> all (but);
    end if;
    return page;
end
$$;

comment on function queue.without is 'A page without some of its jobs.';

create function queue.is_any_announced(page queue.page)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return exists (
        select
        from unnest(page.tenant_ids, page.job_ids) as s (tenant_id, job_id)
            cross join lateral (
                select l.is_announced
                from queue.lot as l
                where l.tenant_id = s.tenant_id and l.job_id = s.job_id & -128
                limit 1
            ) as l
        where l.is_announced
    );
end
$$;

comment on function queue.is_any_announced is 'Whether the end of any job of a page is handed to the hooks.';

commit;
