-- Deploy howdah:queue/state to pg
-- requires: queue/settlement
-- requires: queue/outcome
-- requires: queue/expire_leases
-- requires: queue/job
-- requires: queue/room
-- requires: queue/dependency

begin;

set local role queue_owner;

create type queue.job_state as (
    job_id bigint,
    state text,
    attempt smallint,
    next_attempt smallint,
    error jsonb,
    result jsonb,
    due_at timestamptz,
    started_at timestamptz,
    finished_at timestamptz,
    page_id bigint
);
comment on type queue.job_state is 'What has become of a job.';
comment on column queue.job_state.job_id is 'The job.';
comment on column queue.job_state.state is 'blocked, scheduled, queued, running, retrying, succeeded, dead or cancelled.';
comment on column queue.job_state.attempt is 'Which attempt it is in; 0 before the first.';
comment on column queue.job_state.next_attempt is 'Which attempt it waits for; null when it runs or has ended.';
comment on column queue.job_state.error is 'Why the last attempt failed; null when it did not.';
comment on column queue.job_state.result is 'What its handler gave back, where the job keeps it.';
comment on column queue.job_state.due_at is 'When it comes back; null when it does not wait for a time.';
comment on column queue.job_state.started_at is 'When the last attempt began; null before the first.';
comment on column queue.job_state.finished_at is 'When it ended; null while it has not.';
comment on column queue.job_state.page_id is 'The page in which it runs; null when it does not.';
grant usage on type queue.job_state to queue_engine;

reset role;
set local role queue_engine;

create function queue.last_outcome(tenant_id uuid, job_id bigint)
returns queue.outcome
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_outcome queue.outcome;
begin
    select o.*
    into v_outcome
    from queue.outcome as o
    where o.tenant_id = last_outcome.tenant_id
        and o.job_id between last_outcome.job_id & -128 and last_outcome.job_id
        and o.job_id + o.size > last_outcome.job_id
        and o.state <> 'purged'
    order by o.page_id desc
    limit 1;
    return v_outcome;
end
$$;

comment on function queue.last_outcome is 'How the last attempt of a job that is over ended; null when none is.';

-- Only what is leased now is looked at: the pages of the last seconds.
create function queue.running_page(queue_id integer, tenant_id uuid, job_id bigint)
returns queue.page
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_page queue.page;
begin
    select p.*
    into v_page
    from queue.page as p
    where p.page_id in (
            select l.page_id
            from queue.page as l
            where l.queue_id = running_page.queue_id and l.leased_until > core.now()
            union all
            select h.page_id
            from queue.heartbeat as h
            where h.queue_id = running_page.queue_id and h.leased_until > core.now()
        )
        and exists (
            select
            from unnest(p.job_ids, p.sizes) as s (first_id, size)
            where running_page.job_id >= s.first_id and running_page.job_id < s.first_id + s.size
        )
        and not exists (
            select
            from queue.settlement as s
            where s.page_id = p.page_id and s.job_id in (0, running_page.job_id)
        )
    order by p.page_id desc
    limit 1;
    return v_page;
end
$$;

comment on function queue.running_page is 'The page in which a job runs; null when it does not.';

create function queue.is_cut(job queue.job)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return job.run_at is not null or pg_visible_in_snapshot(job.xid, (queue.latest_turn(job.queue_id)).snapshot);
end
$$;

comment on function queue.is_cut is 'Whether a job has left the log: before that no worker can have it.';

-- By other jobs that it depends on, or by one with the same ordering key.
create function queue.is_blocked(job queue.job)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_gate queue.gate;
begin
    if job.run_at = 'infinity' and not exists (
        select from queue.unblocking as u where u.tenant_id = job.tenant_id and u.job_id = job.job_id & -128
    ) then
        return true;
    elsif job.ordering_key is null then
        return false;
    end if;
    v_gate := queue.without_gone(queue.gate_of(job.queue_id, 'order', job.tenant_id, job.ordering_key));
    return v_gate.holders <> '{}' and job.job_id <> all (v_gate.holders);
end
$$;

comment on function queue.is_blocked is 'Whether a job that is due waits for others to end.';

create function queue.freed_at(job queue.job)
returns timestamptz
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    if job.run_at is distinct from 'infinity' then
        return job.run_at;
    end if;
    return (
        select max(d.run_at) from queue.dependency as d where d.tenant_id = job.tenant_id and d.job_id = job.job_id & -128
    );
end
$$;

comment on function queue.freed_at is 'Not before when a job runs, even if it waits for nothing else; null for no such time.';

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
    v_last queue.outcome := queue.last_outcome(job.tenant_id, job.job_id);
    v_page queue.page;
    v_error jsonb;
    v_state queue.job_state;
begin
    v_state.job_id := job.job_id;
    v_state.attempt := coalesce(v_last.attempt, 0);
    v_state.error := v_last.error;
    v_state.started_at := v_last.started_at;
    if v_last.state in ('succeeded', 'dead', 'cancelled') then
        v_state.state := v_last.state;
        v_state.result := v_last.result;
        v_state.finished_at := v_last.settled_at;
        return v_state;
    elsif queue.is_cut(job) then
        v_page := queue.running_page(job.queue_id, job.tenant_id, job.job_id);
    end if;
    if v_page.page_id is not null then
        v_state.state := 'running';
        v_state.page_id := v_page.page_id;
        v_state.started_at := v_page.leased_at;
        select j.attempt into v_state.attempt from queue.jobs_in(v_page) as j where j.job_id = job.job_id;
        return v_state;
    end if;
    v_state.next_attempt := case
        when v_last.attempt is null then 1
        when v_last.state in ('failed', 'redriven') then v_last.attempt + 1
        else v_last.attempt
    end;
    select c.cancelled_at, c.error
    into v_state.finished_at, v_error
    from queue.cancellation as c
    where c.tenant_id = job.tenant_id and c.job_id = job.job_id and c.attempt >= v_state.next_attempt
    order by c.attempt
    limit 1;
    if found then
        v_state.state := 'cancelled';
        v_state.error := coalesce(v_error, v_state.error);
        v_state.next_attempt := null;
        return v_state;
    end if;
    v_state.due_at := coalesce(v_last.due_at, queue.freed_at(job));
    v_state.state := case
        when v_last.state in ('failed', 'redriven') then 'retrying'
        when v_last.state = 'snoozed' then 'scheduled'
        when v_last.state is null and job.run_at <> 'infinity' and job.run_at > core.now() then 'scheduled'
        when v_last.state is null and queue.is_blocked(job) then 'blocked'
        when v_last.state is null and v_state.due_at > core.now() then 'scheduled'
        else 'queued'
    end;
    return v_state;
end
$$;

comment on function queue.derive_state is 'What has become of a job, from the facts.';
grant execute on function queue.derive_state to queue_owner;

commit;
