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
    result jsonb,
    enqueued_at timestamptz,
    due_at timestamptz,
    started_at timestamptz,
    finished_at timestamptz,
    deadline_at timestamptz,
    ordering_key text,
    limit_key text
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
    v_view.result := v_state.result;
    v_view.enqueued_at := job.enqueued_at;
    v_view.due_at := v_state.due_at;
    v_view.started_at := v_state.started_at;
    v_view.finished_at := v_state.finished_at;
    v_view.deadline_at := job.deadline_at;
    v_view.ordering_key := job.ordering_key;
    v_view.limit_key := job.limit_key;
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
declare
    v_job queue.job := queue.find_job(core.tenant_id(), job_id);
begin
    return case when v_job.job_id is not null then queue.view_job(v_job) end;
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
        select j.tenant_id, j.job_id
        from (
            select l.tenant_id, l.job_id, l.size
            from queue.lot as l
                inner join queue.queue as q on q.queue_id = l.queue_id
            where l.tenant_id = (select core.tenant_id())
                and l.job_id < coalesce(list_jobs.after, 9223372036854775807)
                and (list_jobs.queue is null or q.name = list_jobs.queue)
                and (list_jobs.kind is null or l.kind = list_jobs.kind)
            order by l.job_id desc
            limit list_jobs."limit"
        ) as lot
            cross join lateral (
                select lot.tenant_id, lot.job_id + n as job_id from generate_series(0, lot.size - 1) as n
            ) as j
        where j.job_id < coalesce(list_jobs.after, 9223372036854775807)
        order by j.job_id desc
        limit list_jobs."limit"
    ) as page
        cross join lateral queue.find_job(page.tenant_id, page.job_id) as f
        cross join lateral queue.view_job(f) as v
    order by v.job_id desc;
end
$$;

comment on function queue.list_jobs is 'The jobs of the tenant of the context, newest first.';
grant execute on function queue.get_job(bigint), queue.list_jobs(bigint, integer, text, text) to api_owner;

commit;
