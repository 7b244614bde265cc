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
    next_attempt smallint,
    error jsonb,
    due_at timestamptz,
    finished_at timestamptz
);
comment on type queue.job_state is 'What has become of a job.';
comment on column queue.job_state.job_id is 'The job.';
comment on column queue.job_state.state is 'scheduled, queued, running, retrying, succeeded, dead or cancelled.';
comment on column queue.job_state.attempt is 'Which attempt it is in; 0 before the first.';
comment on column queue.job_state.next_attempt is 'Which attempt it waits for; null when it runs or has ended.';
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
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    select
        p.page_id,
        p.attempts[array_position(p.job_ids, last_attempt.job_id)],
        l.page_id is not null,
        coalesce(o.settled_at, s.settled_at),
        coalesce(o.state, case when s.page_id is not null then 'succeeded' end),
        o.error
    into page_id, attempt, is_leased, settled_at, state, error
    from (
        select p.*
        from queue.page as p
        where p.job_ids @> array[last_attempt.job_id]
            and p.page_id >= (last_attempt.job_id >> 31) << 31
        offset 0
    ) as p
        left join queue.lease as l on l.page_id = p.page_id
        left join queue.settlement as s on s.page_id = p.page_id
        left join queue.outcome as o
            on o.tenant_id = last_attempt.tenant_id and o.job_id = last_attempt.job_id and o.page_id = p.page_id
    order by p.page_id desc
    limit 1;
end
$$;

comment on function queue.last_attempt is 'How the latest attempt of a job stands; state is null while it waits or runs.';

create function queue.last_timer(tenant_id uuid, job_id bigint)
returns queue.timer
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return (
        select t
        from queue.timer as t
        where t.tenant_id = last_timer.tenant_id and t.job_id = last_timer.job_id
        order by t.timer_id desc
        limit 1
    );
end
$$;

comment on function queue.last_timer is 'The timer that was set last for a job; null when none ever was.';

create function queue.derive_state(job queue.job)
returns queue.job_state
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
    v_last record := queue.last_attempt(job.tenant_id, job.job_id);
    v_timer queue.timer := queue.last_timer(job.tenant_id, job.job_id);
    v_comes_back boolean := coalesce(
        v_last.state in ('failed', 'snoozed', 'released')
            or (v_last.state = 'dead' and v_timer.attempt > v_last.attempt),
        false
    );
    v_state queue.job_state;
begin
    v_state.job_id := job.job_id;
    v_state.attempt := coalesce(v_last.attempt, 0);
    v_state.error := v_last.error;
    v_state.next_attempt := case
        when v_last.page_id is null then coalesce(v_timer.attempt, 1)
        when not v_last.is_leased then v_last.attempt
        when v_comes_back then coalesce(v_timer.attempt, v_last.attempt + 1)
    end;

    select c.cancelled_at
    into v_state.finished_at
    from queue.cancellation as c
    where c.tenant_id = job.tenant_id and c.job_id = job.job_id and c.attempt >= v_state.next_attempt
    order by c.attempt
    limit 1;

    if found then
        v_state.state := 'cancelled';
        v_state.next_attempt := null;
    elsif v_state.next_attempt is null then
        v_state.state := coalesce(v_last.state, 'running');
        v_state.finished_at := v_last.settled_at;
    else
        v_state.due_at := case when v_last.page_id is null or v_comes_back then v_timer.due_at end;
        v_state.state := case
            when v_last.page_id is null and v_timer.due_at is not null or v_last.state = 'snoozed' then 'scheduled'
            when v_last.page_id is null or v_last.state = 'released' or v_last.attempt = 1 and not v_comes_back then 'queued'
            else 'retrying'
        end;
    end if;

    return v_state;
end
$$;

comment on function queue.derive_state is 'What has become of a job, from the facts.';
grant execute on function queue.derive_state to queue_owner;

commit;
