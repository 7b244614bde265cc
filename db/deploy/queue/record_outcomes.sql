-- Deploy howdah:queue/record_outcomes to pg
-- requires: queue/expire_leases
-- requires: queue/hook
-- requires: queue/note_ends
-- requires: queue/retry_rule
-- requires: pulse/bell

begin;

set local role queue_engine;

-- Whatever a handler throws or asks for must not be able to keep its page from being settled:
-- of two results the first counts, an error is cut to 16 KiB, a wait to a year.
create function queue.read_results(results jsonb)
returns table (job_id bigint, outcome text, error jsonb, wait interval, result jsonb)
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
        case when pg_column_size(r.error) > 16384 then
            jsonb_build_object('type', left(r.error ->> 'type', 256), 'message', left(r.error ->> 'message', 2048))
        else r.error end,
        case when r.retry_in is not null then make_interval(secs => least(greatest(r.retry_in, 0), 31536000)) end,
        case when pg_column_size(r.result) > 65536 then
            jsonb_build_object('is_too_large', true, 'size', pg_column_size(r.result))
        else r.result end
    from rows from (
            jsonb_to_recordset(results) as (
                job_id bigint, outcome text, error jsonb, retry_in double precision, result jsonb
            )
        ) with ordinality as r (job_id, outcome, error, retry_in, result, place)
    order by r.job_id, r.place;
end
$$;

comment on function queue.read_results is 'What a worker says became of its jobs, one row for each.';

-- A failed attempt that was the last one leaves a dead job; others come back by a timer, unless
-- the job was cancelled at the moment in which it was handed out. What is done after errors of a type
-- can be ruled otherwise. Here and wherever jobs are
-- looked up one by one, limit and offset leave the planner no way but the whole key: a plan for a
-- tenant of average size would read all jobs of a large one.
create function queue.judge(page queue.page, results jsonb)
returns table (
    tenant_id uuid, job_id bigint, attempt smallint, state text, error jsonb, result jsonb, next_attempt smallint,
    due_at timestamptz
)
language plpgsql
volatile
security definer
set search_path = ''
set enable_hashjoin = on
as $$
declare
    v_queue queue.queue := (select q from queue.queue as q where q.queue_id = page.queue_id);
begin
    return query
    select
        a.tenant_id, a.job_id, a.attempt, s.state, r.error,
        case when l.keeps_result then r.result end,
        (a.attempt + case s.state when 'failed' then 1 else 0 end)::smallint,
        case s.state
            when 'failed' then w.due_at
            when 'snoozed' then
                case r.outcome when 'failed' then w.due_at else core.now() + coalesce(r.wait, interval '1 second') end
            when 'released' then core.now()
        end
    from queue.read_results(results) as r
        inner join queue.jobs_in(page) as a on a.job_id = r.job_id
        cross join lateral (
            select l.max_attempts, l.keeps_result, l.deadline_at
            from queue.lot as l
            where l.tenant_id = a.tenant_id and l.job_id = a.job_id & -128
            limit 1
        ) as l
        cross join lateral (
            select case when r.outcome = 'failed' then queue.rule_for(page.queue_id, r.error ->> 'type') end as rule
            offset 0
        ) as u
        cross join lateral (
            select core.now() + coalesce(
                r.wait,
                case when (u.rule).queue_id is null then queue.backoff(v_queue, a.attempt)
                    else queue.backoff(queue.under_rule(v_queue, u.rule), a.attempt) end
            ) as due_at
        ) as w
        cross join lateral (
            select case
                when r.outcome in ('failed', 'snoozed', 'released') and exists (
                    select from queue.cancellation as c
                    where c.tenant_id = a.tenant_id and c.job_id = a.job_id and c.attempt >= a.attempt
                    offset 0
                ) then 'cancelled'
                when r.outcome = 'failed' and (
                    (u.rule).outcome = 'dead'
                    or w.due_at > l.deadline_at
                    or (u.rule).outcome is distinct from 'snooze'
                    and a.attempt >= coalesce(l.max_attempts, (u.rule).max_attempts, v_queue.max_attempts)
                ) then 'dead'
                when r.outcome = 'failed' and (u.rule).outcome = 'snooze' then 'snoozed'
                else r.outcome
            end as state
        ) as s;
end
$$;

comment on function queue.judge is 'What the results of a page mean for each job: its state, and when it comes back.';

create function queue.announce_ends(ends jsonb)
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
        to_jsonb(e) || jsonb_build_object('queue', l.queue, 'kind', l.kind, 'trace', l.trace)
        order by e.job_id
    )
    into v_ends
    from jsonb_to_recordset(ends) as e (tenant_id uuid, job_id bigint, attempt smallint, state text, error jsonb)
        cross join lateral (
            select q.name as queue, l.kind, l.trace, l.is_announced
            from queue.lot as l
                inner join queue.queue as q on q.queue_id = l.queue_id
            where l.tenant_id = e.tenant_id and l.job_id = e.job_id & -128
            limit 1
        ) as l
    where l.is_announced and e.state in ('succeeded', 'dead', 'cancelled');

    if v_ends is not null then
        perform queue.call_hooks(v_ends);
    end if;
end
$$;

comment on function queue.announce_ends is 'Hands those ends to the hooks that belong to announced jobs and are final.';

create function queue.record_outcomes(page queue.page, results jsonb, is_suspect boolean default false)
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
        select v.* from queue.judge(page, coalesce(results, '[]')) as v
    ),
    noted as (
        insert into queue.outcome as o (
            tenant_id, job_id, page_id, queue_id, started_at, attempt, state, error, result, due_at
        )
        select
            v.tenant_id, v.job_id, page.page_id, page.queue_id, page.leased_at, v.attempt, v.state, v.error, v.result,
            v.due_at
        from judged as v
        on conflict do nothing
        returning o.tenant_id, o.job_id, o.attempt, o.state, o.error
    ),
    timed as (
        insert into queue.timer (tenant_id, due_at, queue_id, job_id, attempt, is_suspect)
        select v.tenant_id, v.due_at, page.queue_id, v.job_id, v.next_attempt, is_suspect
        from judged as v
            inner join noted as n on n.tenant_id = v.tenant_id and n.job_id = v.job_id
        where v.due_at is not null
        returning 1
    )
    select jsonb_agg(to_jsonb(n)), exists (select from timed) into v_ends, v_comes_back from noted as n;

    if page.is_announced then
        perform queue.announce_ends(coalesce(v_ends, '[]')), queue.count_final(page, coalesce(v_ends, '[]'));
    end if;
    if pg_sequence_last_value('queue.dependency_seq') is not null and queue.has_dependents(page) then
        perform queue.wake_dependents(
            page,
            array(
                select e.job_id
                from jsonb_to_recordset(v_ends) as e (job_id bigint, state text)
                where e.state in ('succeeded', 'dead', 'cancelled')
            ),
            '{}'
        );
    end if;
    if v_comes_back then
        perform pulse.announce('queue');
    end if;
end
$$;

comment on function queue.record_outcomes is
    'Writes the outcomes of single jobs of a page, sets the timers of those that come back, and tells the hooks of those that ended. A job that has an outcome in this page keeps it.';

-- The slices as they are where nothing was said of single jobs, job by job where something was.
create function queue.record_successes(page queue.page, but bigint[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    if but = '{}' then
        insert into queue.outcome (tenant_id, job_id, size, page_id, queue_id, started_at, attempt, state)
        select s.tenant_id, s.job_id, s.size, page.page_id, page.queue_id, page.leased_at, s.attempt, 'succeeded'
        from unnest(page.tenant_ids, page.job_ids, page.sizes, page.attempts) as s (tenant_id, job_id, size, attempt);
    else
        insert into queue.outcome (tenant_id, job_id, page_id, queue_id, started_at, attempt, state)
        select j.tenant_id, j.job_id, page.page_id, page.queue_id, page.leased_at, j.attempt, 'succeeded'
        from queue.jobs_in(page) as j
        where j.job_id <> all (but);
    end if;
    if page.is_announced then
        perform queue.count_ends(queue.without(page, but), null);
    end if;
    if page.is_announced and queue.is_any_announced(page) then
        perform queue.announce_ends(
            (
                select jsonb_agg(jsonb_build_object(
                    'tenant_id', j.tenant_id, 'job_id', j.job_id, 'attempt', j.attempt, 'state', 'succeeded'
                ))
                from queue.jobs_in(page) as j
                where j.job_id <> all (but)
            )
        );
    end if;
    if pg_sequence_last_value('queue.dependency_seq') is not null and queue.has_dependents(page) then
        perform queue.wake_dependents(page, null, but);
    end if;
end
$$;

comment on function queue.record_successes is
    'Writes that the jobs of a page succeeded, all but these, and tells the hooks.';

-- Whoever waits for what a page held goes on: the gates are looked at with the next turn.
create function queue.release(page queue.page)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    insert into queue.timer (tenant_id, due_at, queue_id, gate, gate_key)
    select distinct l.tenant_id, core.now(), page.queue_id, g.gate, g.gate_key
    from unnest(page.tenant_ids, page.job_ids) as s (tenant_id, job_id)
        cross join lateral (
            select l.tenant_id, l.limit_key, l.ordering_key
            from queue.lot as l
            where l.tenant_id = s.tenant_id and l.job_id = s.job_id & -128
            limit 1
        ) as l
        cross join lateral (
            values ('tenant', ''), ('key', l.limit_key), ('order', l.ordering_key)
        ) as g (gate, gate_key)
    where g.gate_key is not null;
    perform pulse.announce('queue');
end
$$;

comment on function queue.release is 'Has the gates looked at that the jobs of a page have passed.';

commit;
