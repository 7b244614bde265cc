-- Deploy howdah:queue/cancel to pg
-- requires: queue/get_job
-- requires: pulse/bell

begin;

set local role queue_owner;

-- Shared by those who change one job, exclusive to who changes many.
create function queue.tenant_lock()
returns bigint
language sql
stable
security definer
set search_path = ''
as $$
    select hashtextextended('queue.jobs ' || core.tenant_id(), 0)
$$;

comment on function queue.tenant_lock is 'The advisory lock of the jobs of the tenant of the context.';

create function queue.lock_job(job_id bigint)
returns queue.job
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_job queue.job;
begin
    perform pg_advisory_xact_lock_shared(queue.tenant_lock());
    perform pg_advisory_xact_lock(hashtextextended('queue.job ' || lock_job.job_id, 0));

    v_job := queue.find_job(core.tenant_id(), job_id);
    if v_job.job_id is null or queue.is_purged(v_job.tenant_id, job_id) then
        raise exception using errcode = 'QU404', message = format('there is no job %s', lock_job.job_id);
    end if;
    return v_job;
end
$$;

comment on function queue.lock_job is 'A job of the tenant of the context, held against other changes until commit. Raises QU404.';

-- The end of what was cancelled is written when it comes up; what waits for others would not.
create function queue.set_free(job queue.job)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    if job.run_at = 'infinity' then
        insert into queue.timer (tenant_id, due_at, queue_id, gate, gate_key)
        values (job.tenant_id, core.now(), job.queue_id, 'dependent', concat_ws(' ', job.job_id & -128, 0));
        perform pulse.announce('queue');
    end if;
end
$$;

comment on function queue.set_free is 'Has it noticed that a job which waits for others is cancelled.';

-- A worker that is taking the job at this very moment may not see the cancellation any more: it
-- hears of it with its next heartbeat, and no other attempt follows.
create function queue.cancel(job_id bigint)
returns queue.job_view
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_job queue.job := queue.lock_job(job_id);
    v_state queue.job_state := queue.derive_state(v_job);
begin
    if v_state.state in ('succeeded', 'dead') then
        raise exception using
            errcode = 'QU409', message = format('job %s is %s', job_id, v_state.state), detail = v_state.state;
    elsif v_state.state <> 'cancelled' then
        insert into queue.cancellation (tenant_id, job_id, attempt)
        values (v_job.tenant_id, v_job.job_id, coalesce(v_state.next_attempt, v_state.attempt))
        on conflict do nothing;
        if v_state.state = 'blocked' then
            perform queue.set_free(v_job);
        end if;
    end if;
    if v_state.page_id is not null then
        perform pg_notify('howdah_cancel', format('%s %s', v_state.page_id, job_id));
    end if;
    return queue.view_job(v_job);
end
$$;

comment on function queue.cancel is
    'Cancels a job that waits, and asks one that runs to stop; again is no error. Raises QU404, QU409 when it has ended.';

create function queue.revive(job queue.job, attempt smallint)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    insert into queue.outcome (tenant_id, job_id, page_id, queue_id, due_at, attempt, state)
    values (job.tenant_id, job.job_id, nextval('queue.page_id_seq'), job.queue_id, core.now(), attempt, 'redriven');
    insert into queue.timer (tenant_id, due_at, queue_id, job_id, attempt)
    values (job.tenant_id, core.now(), job.queue_id, job.job_id, attempt + 1);
end
$$;

comment on function queue.revive is 'Gives a job one more attempt after this one.';

create function queue.retry(job_id bigint)
returns queue.job_view
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_job queue.job := queue.lock_job(job_id);
    v_state queue.job_state := queue.derive_state(v_job);
begin
    if v_state.state <> 'dead' then
        raise exception using
            errcode = 'QU409', message = format('job %s is %s, not dead', job_id, v_state.state), detail = v_state.state;
    end if;

    perform queue.revive(v_job, v_state.attempt);
    perform pulse.announce('queue');

    return queue.view_job(v_job);
end
$$;

comment on function queue.retry is 'Gives a dead job one more attempt. Raises QU404, QU409 when it is not dead.';
grant execute on function queue.cancel(bigint), queue.retry(bigint) to api_owner;

commit;
