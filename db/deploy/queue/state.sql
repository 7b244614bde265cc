-- Deploy howdah:queue/state to pg
-- requires: queue/settlement
-- requires: queue/outcome
-- requires: queue/timer

begin;

set local role queue_owner;

create type queue.job_state as (
    job_id bigint,
    state text,
    attempt smallint,
    error jsonb,
    due_at timestamptz,
    finished_at timestamptz
);
comment on type queue.job_state is 'What has become of a job.';
comment on column queue.job_state.job_id is 'The job.';
comment on column queue.job_state.state is 'scheduled, queued, running, retrying, succeeded, dead or cancelled.';
comment on column queue.job_state.attempt is 'Which attempt it is in; 0 before the first.';
comment on column queue.job_state.error is 'Why the last attempt failed; null when it did not.';
comment on column queue.job_state.due_at is 'When it comes back; null when it does not wait for a time.';
comment on column queue.job_state.finished_at is 'When it ended; null while it has not.';
grant usage on type queue.job_state to queue_engine;

reset role;
set local role queue_engine;

-- The last page that holds the job tells how far it is. Pages are numbered by the hour like
-- jobs, so older partitions are never looked into.
create function queue.last_attempt(
    tenant_id uuid,
    job_id bigint,
    out page_id bigint,
    out attempt smallint,
    out is_leased boolean,
    out settled_at timestamptz,
    out state text,
    out error jsonb
)
returns record
language sql
stable
security definer
set search_path = ''
as $$
    select
        p.page_id,
        p.attempts[array_position(p.job_ids, last_attempt.job_id)],
        l.page_id is not null,
        coalesce(o.settled_at, s.settled_at),
        coalesce(o.state, case when s.page_id is not null then 'succeeded' end),
        o.error
    from queue.page as p
        left join queue.lease as l on l.page_id = p.page_id
        left join queue.settlement as s on s.page_id = p.page_id
        left join queue.outcome as o
            on o.tenant_id = last_attempt.tenant_id and o.job_id = last_attempt.job_id and o.page_id = p.page_id
    where p.job_ids @> array[last_attempt.job_id]
        and p.page_id >= (last_attempt.job_id >> 31) << 31
    order by p.page_id desc
    limit 1
$$;

comment on function queue.last_attempt is 'How the latest attempt of a job stands; state is null while it waits or runs.';

create function queue.derive_state(job queue.job)
returns queue.job_state
language sql
stable
security definer
set search_path = ''
as $$
    select
        (job).job_id,
        case
            when c.attempt is not null and a.state is null and not coalesce(a.is_leased, false) then 'cancelled'
            when a.page_id is null and t.due_at is not null then 'scheduled'
            when a.page_id is null or not a.is_leased then case when coalesce(a.attempt, 1) > 1 then 'retrying' else 'queued' end
            when a.state is null then 'running'
            when a.state = 'failed' or (a.state = 'dead' and t.attempt > a.attempt) then 'retrying'
            when a.state = 'snoozed' then 'scheduled'
            when a.state = 'released' then 'queued'
            else a.state
        end,
        coalesce(a.attempt, 0::smallint),
        a.error,
        case when a.page_id is null or a.state in ('failed', 'snoozed', 'dead') then t.due_at end,
        case when a.state in ('succeeded', 'dead', 'cancelled') and coalesce(t.attempt, 0) <= a.attempt then a.settled_at
            when c.attempt is not null and a.state is null then c.cancelled_at end
    from queue.last_attempt((job).tenant_id, (job).job_id) as a
        left join lateral (
            select t.due_at, t.attempt
            from queue.timer as t
            where t.tenant_id = (job).tenant_id and t.job_id = (job).job_id
            order by t.timer_id desc
            limit 1
        ) as t on true
        left join queue.cancellation as c
            on c.tenant_id = (job).tenant_id and c.job_id = (job).job_id and c.attempt >= coalesce(a.attempt, 1)
$$;

comment on function queue.derive_state is 'What has become of a job, from the facts.';
grant execute on function queue.derive_state to queue_owner;

commit;
