-- Deploy howdah:queue/get_job to pg
-- requires: queue/state

begin;

set local role queue_owner;

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
    enqueued_at timestamptz,
    due_at timestamptz,
    finished_at timestamptz
);
comment on type queue.job_view is 'A job as its tenant sees it.';
comment on column queue.job_view.job_id is 'The number of the job.';
comment on column queue.job_view.queue is 'Its queue.';
comment on column queue.job_view.kind is 'Which handler runs it.';
comment on column queue.job_view.priority is '1 goes before 2, and so on to 4.';
comment on column queue.job_view.state is 'scheduled, queued, running, retrying, succeeded, dead or cancelled.';
comment on column queue.job_view.attempt is 'Which attempt it is in; 0 before the first.';
comment on column queue.job_view.max_attempts is 'After how many attempts it is dead.';
comment on column queue.job_view.payload is 'What the handler gets.';
comment on column queue.job_view.error is 'Why the last attempt failed; null when it did not.';
comment on column queue.job_view.enqueued_at is 'When it was accepted.';
comment on column queue.job_view.due_at is 'When it comes back; null when it does not wait for a time.';
comment on column queue.job_view.finished_at is 'When it ended; null while it has not.';
grant usage on type queue.job_view, queue.job to api_owner;

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
    v_view.enqueued_at := job.enqueued_at;
    v_view.due_at := v_state.due_at;
    v_view.finished_at := v_state.finished_at;
    return v_view;
end
$$;

comment on function queue.view_job is 'A job with what has become of it.';

create function queue.get_job(job_id bigint)
returns queue.job_view
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return (
        select queue.view_job(j)
        from queue.job as j
        where j.tenant_id = (select core.tenant_id()) and j.job_id = get_job.job_id
    );
end
$$;

comment on function queue.get_job is 'A job of the tenant of the context; null when there is none.';

create function queue.list_jobs(
    after bigint,
    "limit" integer,
    queue text default null,
    kind text default null
)
returns setof queue.job_view
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
as $$
begin
    return query
    select v.*
    from (
        select j
        from queue.job as j
        where j.tenant_id = (select core.tenant_id())
            and j.job_id < coalesce(list_jobs.after, 9223372036854775807)
            and (list_jobs.queue is null or j.queue = list_jobs.queue)
            and (list_jobs.kind is null or j.kind = list_jobs.kind)
        order by j.job_id desc
        limit list_jobs."limit"
    ) as page
        cross join lateral queue.view_job(page.j) as v
    order by v.job_id desc;
end
$$;

comment on function queue.list_jobs is 'The jobs of the tenant of the context, newest first.';
grant execute on function queue.get_job(bigint), queue.list_jobs(bigint, integer, text, text) to api_owner;

commit;
