-- Deploy howdah:queue/get_job to pg
-- requires: queue/state
-- requires: queue/progress

begin;

set local role queue_owner;

create type queue.progress_view as (
    percent smallint,
    message text,
    reported_at timestamptz
);
comment on type queue.progress_view is 'How far a running job is.';
comment on column queue.progress_view.percent is 'How much of it is done, 0 to 100; null when the handler did not say.';
comment on column queue.progress_view.message is 'What it is at; null when the handler did not say.';
comment on column queue.progress_view.reported_at is 'When the handler said so.';
grant usage on type queue.progress_view to api_owner;

create type queue.job_view as (
    job_id bigint,
    queue text,
    kind text,
    priority smallint,
    state text,
    attempt smallint,
    max_attempts smallint,
    payload jsonb,
    error jsonb,
    result jsonb,
    enqueued_at timestamptz,
    due_at timestamptz,
    started_at timestamptz,
    finished_at timestamptz,
    deadline_at timestamptz,
    ordering_key text,
    limit_key text,
    progress queue.progress_view
);
comment on type queue.job_view is 'A job as its tenant sees it.';
comment on column queue.job_view.job_id is 'The number of the job.';
comment on column queue.job_view.queue is 'Its queue.';
comment on column queue.job_view.kind is 'Which handler runs it.';
comment on column queue.job_view.priority is '1 goes before 2, and so on to 4.';
comment on column queue.job_view.state is 'blocked, scheduled, queued, running, retrying, succeeded, dead or cancelled.';
comment on column queue.job_view.attempt is 'Which attempt it is in; 0 before the first.';
comment on column queue.job_view.max_attempts is 'After how many attempts it is dead.';
comment on column queue.job_view.payload is 'What the handler gets.';
comment on column queue.job_view.error is 'Why the last attempt failed; null when it did not.';
comment on column queue.job_view.result is 'What its handler gave back, where the job keeps it.';
comment on column queue.job_view.enqueued_at is 'When it was accepted.';
comment on column queue.job_view.due_at is 'When it comes back; null when it does not wait for a time.';
comment on column queue.job_view.started_at is 'When the last attempt began; null before the first.';
comment on column queue.job_view.finished_at is 'When it ended; null while it has not.';
comment on column queue.job_view.deadline_at is 'After when it may not run any more; null for no end.';
comment on column queue.job_view.ordering_key is 'Jobs with the same key run one after the other; null for no order.';
comment on column queue.job_view.limit_key is 'The key whose concurrency and rate are limited; null for none.';
comment on column queue.job_view.progress is 'What its handler said last of how far it is; null when it does not run or said nothing.';
grant usage on type queue.job_view, queue.job to api_owner;

create function queue.latest_progress(job queue.job, page_id bigint)
returns queue.progress_view
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_progress queue.progress_view;
begin
    select p.percent, p.message, p.reported_at
    into v_progress
    from queue.progress as p
    where p.tenant_id = job.tenant_id and p.page_id = latest_progress.page_id and p.job_id = job.job_id
    order by p.reported_at desc
    limit 1;
    return v_progress;
end
$$;

comment on function queue.latest_progress is 'What the handler of a job said last in a page; null when nothing.';

create function queue.view_job(job queue.job)
returns queue.job_view
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_state queue.job_state := queue.derive_state(job);
    v_view queue.job_view;
begin
    v_view.job_id := job.job_id;
    v_view.queue := job.queue;
    v_view.kind := job.kind;
    v_view.priority := job.priority;
    v_view.state := v_state.state;
    v_view.attempt := v_state.attempt;
    v_view.max_attempts := coalesce(
        job.max_attempts, (select q.max_attempts from queue.queue as q where q.name = job.queue)
    );
    v_view.payload := job.payload;
    v_view.error := v_state.error;
    v_view.result := v_state.result;
    v_view.enqueued_at := job.enqueued_at;
    v_view.due_at := v_state.due_at;
    v_view.started_at := v_state.started_at;
    v_view.finished_at := v_state.finished_at;
    v_view.deadline_at := job.deadline_at;
    v_view.ordering_key := job.ordering_key;
    v_view.limit_key := job.limit_key;
    v_view.progress := case when v_state.page_id is not null then queue.latest_progress(job, v_state.page_id) end;
    return v_view;
end
$$;

comment on function queue.view_job is 'A job with what has become of it.';

create function queue.is_purged(tenant_id uuid, job_id bigint)
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
        where o.tenant_id = is_purged.tenant_id and o.job_id = is_purged.job_id and o.state = 'purged'
        offset 0
    );
end
$$;

comment on function queue.is_purged is 'Whether a job of the tenant of the context was purged.';

create function queue.get_job(job_id bigint)
returns queue.job_view
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_job queue.job := queue.find_job(core.tenant_id(), job_id);
begin
    return case
        when v_job.job_id is not null and not queue.is_purged(v_job.tenant_id, job_id) then queue.view_job(v_job)
    end;
end
$$;

comment on function queue.get_job is 'A job of the tenant of the context; null when there is none, or it was purged.';

grant execute on function queue.get_job to api_owner;

commit;
