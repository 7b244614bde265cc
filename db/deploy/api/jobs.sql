-- Deploy howdah:api/jobs to pg
-- requires: api/schema
-- requires: queue/cancel
-- requires: queue/list_jobs
-- requires: queue/enqueue

begin;

set local role api_owner;

create type api.job as (
    job_id bigint, queue text, kind text, priority smallint, state text, attempt smallint, max_attempts smallint,
    payload jsonb, error jsonb, result jsonb, progress_percent smallint, progress_message text, enqueued_at timestamptz,
    due_at timestamptz, started_at timestamptz, finished_at timestamptz, deadline_at timestamptz, ordering_key text,
    limit_key text
);
comment on type api.job is 'A job and what has become of it.';
comment on column api.job.job_id is 'The number of the job.';
comment on column api.job.queue is 'Its queue.';
comment on column api.job.kind is 'Which handler runs it.';
comment on column api.job.priority is '1 goes before 2, and so on to 4.';
comment on column api.job.state is 'blocked, scheduled, queued, running, retrying, succeeded, dead or cancelled.';
comment on column api.job.attempt is 'Which attempt it is in; 0 before the first.';
comment on column api.job.max_attempts is 'After how many attempts it is dead.';
comment on column api.job.payload is 'What the handler gets.';
comment on column api.job.error is 'Why the last attempt failed, with type and message; null when it did not.';
comment on column api.job.result is 'What its handler gave back, where the job keeps it.';
comment on column api.job.progress_percent is 'How much of it is done, while it runs and its handler says so.';
comment on column api.job.progress_message is 'What it is at, while it runs and its handler says so.';
comment on column api.job.enqueued_at is 'When it was accepted.';
comment on column api.job.due_at is 'When it comes back; null when it does not wait for a time.';
comment on column api.job.started_at is 'When the last attempt began; null before the first.';
comment on column api.job.finished_at is 'When it ended; null while it has not.';
comment on column api.job.deadline_at is 'After when it may not run any more; null for no end.';
comment on column api.job.ordering_key is 'Jobs with the same key run one after the other; null for no order.';
comment on column api.job.limit_key is 'The key whose concurrency and rate are limited; null for none.';
select gateway.declare_nullable(
    'api.job', 'error', 'result', 'progress_percent', 'progress_message', 'due_at', 'started_at', 'finished_at', 'deadline_at',
    'ordering_key', 'limit_key'
);

create type api.new_job as (
    kind core.word, payload jsonb, queue core.word, priority smallint, run_at timestamptz, max_attempts smallint
);
comment on type api.new_job is 'A job to be enqueued.';
comment on column api.new_job.kind is 'Which handler runs it.';
comment on column api.new_job.payload is 'What the handler gets: any JSON up to 256 KiB.';
comment on column api.new_job.queue is 'The queue; null or left out: default.';
comment on column api.new_job.priority is '1 goes before 2, and so on to 4; null or left out: 2.';
comment on column api.new_job.run_at is 'Not before when it runs; null or left out: at once.';
comment on column api.new_job.max_attempts is 'After how many attempts it is dead; null or left out: as its queue says.';
select gateway.declare_nullable('api.new_job', 'payload', 'queue', 'priority', 'run_at', 'max_attempts');

create type api.enqueued_jobs as (job_ids bigint[]);
comment on type api.enqueued_jobs is 'Jobs that were accepted.';
comment on column api.enqueued_jobs.job_ids is 'Their numbers, in the order of the request.';

create function api.view_job(job queue.job_view)
returns api.job
language sql
immutable
set search_path = ''
as $$
    select
        (job).job_id, (job).queue, (job).kind, (job).priority, (job).state, (job).attempt, (job).max_attempts,
        (job).payload, (job).error, (job).result, ((job).progress).percent, ((job).progress).message, (job).enqueued_at,
        (job).due_at, (job).started_at, (job).finished_at, (job).deadline_at, (job).ordering_key, (job).limit_key
    where (job).job_id is not null
$$;

comment on function api.view_job is 'A job as the API shows it; null for none.';

create function api.enqueue_job(
    kind core.word,
    payload jsonb default '{}',
    queue core.word default 'default',
    priority smallint default 2,
    run_at timestamptz default null,
    max_attempts smallint default null,
    deadline_at timestamptz default null,
    ordering_key text default null,
    limit_key text default null,
    weight smallint default 1,
    keeps_result boolean default false,
    unique_key text default null,
    unique_seconds integer default null,
    depends_on bigint[] default null,
    batch_id bigint default null
)
returns api.job
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_variable
declare
    v_job_id bigint := queue.enqueue(
        kind => kind, payload => payload, queue => queue, priority => priority, run_at => run_at,
        max_attempts => max_attempts, is_announced => true, deadline_at => deadline_at, ordering_key => ordering_key,
        limit_key => limit_key, weight => weight, keeps_result => keeps_result, unique_key => unique_key,
        unique_for => make_interval(secs => unique_seconds), depends_on => depends_on, batch_id => batch_id
    );
begin
    return api.view_job(queue.get_job(v_job_id));
end
$$;

comment on function api.enqueue_job is
    'Enqueues a job, or gives the one that has its unique_key. When it ends, the stream says so: job.succeeded, job.dead or job.cancelled. Raises QU409 when the batch is closed, QU422 for an unknown queue, batch or job to depend on, QU423 while the queue is draining.';

create function api.enqueue_jobs(jobs api.new_job[])
returns api.enqueued_jobs
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    if cardinality(jobs) not between 1 and 1000 then
        raise exception using
            errcode = 'QU422', message = 'a batch holds 1 to 1000 jobs', column = 'jobs';
    end if;

    return row(array(
        select queue.enqueue(
            kind => j.kind, payload => coalesce(j.payload, '{}'), queue => coalesce(j.queue, 'default'),
            priority => coalesce(j.priority, 2::smallint), run_at => j.run_at, max_attempts => j.max_attempts,
            is_announced => true
        )
        from unnest(jobs) with ordinality as j
        order by j.ordinality
    ))::api.enqueued_jobs;
end
$$;

comment on function api.enqueue_jobs is
    'Enqueues 1 to 1000 jobs, all or none. Raises QU422 for an unknown queue or a batch of another size.';

create function api.get_job(job_id bigint)
returns api.job
language sql
stable
security definer
set search_path = ''
as $$
    select api.view_job(queue.get_job(job_id))
$$;

comment on function api.get_job is 'Shows a job and what has become of it.';

create function api.list_jobs(
    after bigint default null,
    "limit" integer default 50,
    queue text default null,
    kind text default null,
    state text default null
)
returns setof api.job
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return query
    select v.*
    from queue.list_jobs(after, "limit", queue, kind, state) as j
        cross join lateral api.view_job(j) as v;
end
$$;

comment on function api.list_jobs is 'Lists the jobs of the tenant, newest first.';

create function api.cancel_job(job_id bigint)
returns api.job
language sql
volatile
security definer
set search_path = ''
as $$
    select api.view_job(queue.cancel(job_id))
$$;

comment on function api.cancel_job is 'Cancels a job that waits, and asks one that runs to stop; again is no error. Raises QU404, QU409 when it has ended.';

create function api.retry_job(job_id bigint)
returns api.job
language sql
volatile
security definer
set search_path = ''
as $$
    select api.view_job(queue.retry(job_id))
$$;

comment on function api.retry_job is 'Gives a dead job one more attempt. Raises QU404, QU409 when it is not dead.';

select gateway.expose(
    'POST', '/v1/jobs', 'api.enqueue_job', 'Enqueue a job', 'job.write', tags => '{jobs}', idempotency => 'optional',
    arguments => '{"kind": "Which handler runs it.", "payload": "What the handler gets: any JSON up to 256 KiB.", "queue": "The queue.", "priority": "1 goes before 2, and so on to 4.", "run_at": "Not before when it runs; left out: at once.", "max_attempts": "After how many attempts it is dead; left out: as its queue says.", "deadline_at": "After when it may not run any more.", "ordering_key": "Jobs with the same key run one after the other, in their order.", "limit_key": "The key whose concurrency and rate are limited.", "weight": "How many tokens of a rate limit it takes, 1 to 1000.", "keeps_result": "Whether what its handler gives back is kept.", "unique_key": "While a job with this key has not ended, that one is the answer.", "unique_seconds": "For so long after it was enqueued a job keeps its unique_key, whatever became of it.", "depends_on": "Jobs that must have succeeded before.", "batch_id": "The batch that it belongs to."}',
    examples => '{"request": {"kind": "howdah.noop", "payload": {"hello": "world"}}}'
);
select gateway.expose(
    'POST', '/v1/jobs/batch', 'api.enqueue_jobs', 'Enqueue many jobs', 'job.write', tags => '{jobs}', idempotency => 'optional',
    arguments => '{"jobs": "The jobs, 1 to 1000."}',
    examples => '{"request": {"jobs": [{"kind": "howdah.noop"}, {"kind": "howdah.noop", "payload": {"n": 2}}]}}'
);
select gateway.expose(
    'GET', '/v1/jobs', 'api.list_jobs', 'List the jobs', 'job.read', tags => '{jobs}', page_key => 'job_id',
    arguments => '{"limit": "How many at most.", "queue": "Only those in this queue.", "kind": "Only those of this kind.", "state": "Only those in this state."}'
);
select gateway.expose(
    'GET', '/v1/jobs/{job_id}', 'api.get_job', 'Show a job', 'job.read', tags => '{jobs}', arguments => '{"job_id": "The job."}'
);
select gateway.expose(
    'POST', '/v1/jobs/{job_id}/cancel', 'api.cancel_job', 'Cancel a job', 'job.write', tags => '{jobs}', success_status => 200,
    arguments => '{"job_id": "The job."}'
);
select gateway.expose(
    'POST', '/v1/jobs/{job_id}/retry', 'api.retry_job', 'Retry a dead job', 'job.write', tags => '{jobs}', success_status => 200,
    arguments => '{"job_id": "The job."}'
);

create function api.purge_job(job_id bigint)
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    select queue.purge(job_id)
$$;

comment on function api.purge_job is
    'Erases what a job that has ended was about: its payload, result and errors. Raises QU404, QU409 while it has not ended.';

select gateway.expose(
    'DELETE', '/v1/jobs/{job_id}', 'api.purge_job', 'Erase a job that has ended', 'job.write', tags => '{jobs}',
    arguments => '{"job_id": "The job."}'
);

commit;
