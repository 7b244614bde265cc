-- Deploy howdah:queue/record_outcomes to pg
-- requires: queue/expire_leases
-- requires: queue/hook
-- requires: pulse/bell

begin;

set local role queue_engine;

-- Whatever a handler throws or asks for must not be able to keep its page from being settled:
-- of two results the first counts, an error is cut to 16 KiB, a wait to a year.
create function queue.read_results(results jsonb)
returns table (job_id bigint, outcome text, error jsonb, wait interval)
language plpgsql
stable
rows 10
set search_path = ''
as $$
begin
    return query
    select distinct on (r.job_id)
        r.job_id,
        r.outcome,
        case when pg_column_size(r.error) <= 16384 then r.error else
            jsonb_build_object('type', left(r.error ->> 'type', 256), 'message', left(r.error ->> 'message', 2048))
        end,
        case when r.retry_in is not null then make_interval(secs => least(greatest(r.retry_in, 0), 31536000)) end
    from rows from (
            jsonb_to_recordset(results) as (job_id bigint, outcome text, error jsonb, retry_in double precision)
        ) with ordinality as r (job_id, outcome, error, retry_in, place)
    order by r.job_id, r.place;
end
$$;

comment on function queue.read_results is 'What a worker says became of its jobs, one row for each.';

-- A failed attempt that was the last one leaves a dead job; others come back by a timer, unless
-- the job was cancelled at the moment in which it was handed out. Here and wherever jobs are
-- looked up one by one, limit and offset leave the planner no way but the whole key: a plan for a
-- tenant of average size would read all jobs of a large one.
create function queue.judge(page_id bigint, results jsonb)
returns table (
    tenant_id uuid, job_id bigint, attempt smallint, state text, error jsonb, next_attempt smallint, due_at timestamptz
)
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_page queue.page := (select p from queue.page as p where p.page_id = judge.page_id);
begin
    return query
    select
        j.tenant_id, j.job_id, a.attempt, s.state, r.error,
        (a.attempt + case s.state when 'failed' then 1 else 0 end)::smallint,
        case s.state
            when 'failed' then core.now() + coalesce(r.wait, queue.backoff(a.attempt, q.retry_base, q.retry_cap))
            when 'snoozed' then core.now() + coalesce(r.wait, interval '1 second')
            when 'released' then core.now()
        end
    from queue.read_results(results) as r
        cross join lateral array_position(v_page.job_ids, r.job_id) as i (place)
        cross join lateral (select v_page.attempts[i.place] as attempt) as a
        cross join lateral (
            select j.tenant_id, j.job_id, j.queue, j.max_attempts
            from queue.job as j
            where j.tenant_id = v_page.tenant_ids[i.place] and j.job_id = r.job_id
            limit 1
        ) as j
        inner join queue.queue as q on q.name = j.queue
        cross join lateral (
            select case
                when r.outcome in ('failed', 'snoozed', 'released') and exists (
                    select from queue.cancellation as c
                    where c.tenant_id = j.tenant_id and c.job_id = j.job_id and c.attempt >= a.attempt
                    offset 0
                ) then 'cancelled'
                when r.outcome = 'failed' and a.attempt >= coalesce(j.max_attempts, q.max_attempts) then 'dead'
                else r.outcome
            end as state
        ) as s;
end
$$;

comment on function queue.judge is 'What the results of a page mean for each job: its state, and when it comes back.';

create function queue.announce_ends(page_id bigint, ends jsonb)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_ends jsonb;
begin
    select jsonb_agg(
        to_jsonb(e) || jsonb_build_object('queue', j.queue, 'kind', j.kind, 'trace', j.trace)
        order by e.job_id
    )
    into v_ends
    from jsonb_to_recordset(ends) as e (tenant_id uuid, job_id bigint, attempt smallint, state text, error jsonb)
        cross join lateral (
            select j.queue, j.kind, j.trace, j.is_announced
            from queue.job as j
            where j.tenant_id = e.tenant_id and j.job_id = e.job_id
            limit 1
        ) as j
    where j.is_announced and e.state in ('succeeded', 'dead', 'cancelled');

    if v_ends is not null then
        perform queue.call_hooks(v_ends);
    end if;
end
$$;

comment on function queue.announce_ends is 'Hands those ends to the hooks that belong to announced jobs and are final.';

create function queue.record_outcomes(page_id bigint, results jsonb)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_ends jsonb;
    v_comes_back boolean;
begin
    with judged as materialized (
        select v.* from queue.judge(record_outcomes.page_id, coalesce(results, '[]')) as v
    ),
    noted as (
        insert into queue.outcome as o (tenant_id, job_id, page_id, attempt, state, error)
        select v.tenant_id, v.job_id, record_outcomes.page_id, v.attempt, v.state, v.error from judged as v
        on conflict do nothing
        returning o.tenant_id, o.job_id, o.attempt, o.state, o.error
    ),
    timed as (
        insert into queue.timer (tenant_id, due_at, job_id, attempt)
        select v.tenant_id, v.due_at, v.job_id, v.next_attempt
        from judged as v
            inner join noted as n on n.tenant_id = v.tenant_id and n.job_id = v.job_id
        where v.due_at is not null
        returning 1
    )
    select jsonb_agg(to_jsonb(n)), exists (select from timed) into v_ends, v_comes_back from noted as n;

    perform queue.announce_ends(record_outcomes.page_id, coalesce(v_ends, '[]'));

    if v_comes_back then
        perform pulse.announce('queue');
    end if;
end
$$;

comment on function queue.record_outcomes is
    'Writes the outcomes of single jobs of a page, sets the timers of those that come back, and tells the hooks of those that ended. A job that has an outcome in this page keeps it.';

commit;
