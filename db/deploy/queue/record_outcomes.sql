-- Deploy howdah:queue/record_outcomes to pg
-- requires: queue/expire_leases
-- requires: queue/hook
-- requires: pulse/bell

begin;

set local role queue_engine;

-- A failed attempt that was the last one leaves a dead job; others come back by a timer.
create function queue.judge(page_id bigint, results jsonb)
returns table (
    tenant_id uuid, job_id bigint, attempt smallint, state text, error jsonb, next_attempt smallint, due_at timestamptz
)
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    return query
    select
        a.tenant_id, a.job_id, a.attempt, s.state, r.error,
        (a.attempt + case s.state when 'failed' then 1 else 0 end)::smallint,
        case s.state
            when 'failed' then core.now() + coalesce(
                r.retry_in * interval '1 second', queue.backoff(a.attempt, q.retry_base, q.retry_cap)
            )
            when 'snoozed' then core.now() + coalesce(r.retry_in, 1) * interval '1 second'
            when 'released' then core.now()
        end
    from queue.page as p
        cross join lateral unnest(p.tenant_ids, p.job_ids, p.attempts) as a (tenant_id, job_id, attempt)
        inner join jsonb_to_recordset(results) as r (job_id bigint, outcome text, error jsonb, retry_in double precision)
            on r.job_id = a.job_id
        inner join queue.job as j on j.tenant_id = a.tenant_id and j.job_id = a.job_id
        inner join queue.queue as q on q.name = j.queue
        cross join lateral (
            select case
                when r.outcome = 'failed' and a.attempt >= coalesce(j.max_attempts, q.max_attempts) then 'dead'
                else r.outcome
            end as state
        ) as s
    where p.page_id = judge.page_id;
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
        inner join queue.job as j on j.tenant_id = e.tenant_id and j.job_id = e.job_id
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
