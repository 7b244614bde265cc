-- Deploy howdah:api/jobs to pg
-- requires: api/schema
-- requires: queue/cancel
-- requires: queue/list_jobs
-- requires: queue/purge
-- requires: queue/enqueue_many

begin;

set local role api_owner;

create domain api.job_state as text
constraint job_state_is_known
check (value in ('blocked', 'scheduled', 'queued', 'running', 'retrying', 'succeeded', 'dead', 'cancelled'));
comment on domain api.job_state is 'What has become of a job: blocked, scheduled, queued, running, retrying, succeeded, dead or cancelled.';

create domain api.depends_policy as text
constraint depends_policy_is_known check (value in ('succeeded', 'ended'));
comment on domain api.depends_policy is
    'What jobs that others depend on must have done: succeeded, else these are cancelled; or ended in any way.';

create type api.progress as (percent smallint, message text, reported_at timestamptz);
comment on type api.progress is 'How far a running job is.';
comment on column api.progress.percent is 'How much of it is done, 0 to 100; null when its handler did not say.';
comment on column api.progress.message is 'What it is at; null when its handler did not say.';
comment on column api.progress.reported_at is 'When its handler said so.';
select gateway.declare_nullable('api.progress', 'percent', 'message');

create type api.job as (
    job_id bigint, queue text, kind text, priority smallint, state text, attempt smallint, max_attempts smallint,
    payload jsonb, error jsonb, result jsonb, progress api.progress, ordering_key text, limit_key text,
    enqueued_at timestamptz, due_at timestamptz, started_at timestamptz, finished_at timestamptz, deadline_at timestamptz
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
comment on column api.job.result is 'What its handler gave back, where the job keeps it; null otherwise.';
comment on column api.job.progress is 'What its handler said last of how far it is; null when it does not run or said nothing.';
comment on column api.job.ordering_key is 'Jobs with the same key run one after the other; null for no order.';
comment on column api.job.limit_key is 'The key whose concurrency and rate are limited; null for none.';
comment on column api.job.enqueued_at is 'When it was accepted.';
comment on column api.job.due_at is 'When it comes back; null when it does not wait for a time.';
comment on column api.job.started_at is 'When its last attempt began; null before the first.';
comment on column api.job.finished_at is 'When it ended; null while it has not.';
comment on column api.job.deadline_at is 'After when it may not run any more; null for no end.';
select gateway.declare_nullable(
    'api.job', 'error', 'result', 'progress', 'ordering_key', 'limit_key', 'due_at', 'started_at', 'finished_at', 'deadline_at'
);

create type api.new_job as (
    kind core.word, payload jsonb, queue core.word, priority smallint, run_at timestamptz, max_attempts smallint,
    ordering_key text, limit_key text, weight smallint, deadline_at timestamptz, keeps_result boolean, batch_id bigint,
    unique_key text, unique_seconds integer, unique_states api.job_state[], depends_on bigint[],
    depends_policy api.depends_policy, after integer[]
);
comment on type api.new_job is 'A job to be enqueued.';
comment on column api.new_job.kind is 'Which handler runs it.';
comment on column api.new_job.payload is 'What the handler gets: any JSON up to 256 KiB.';
comment on column api.new_job.queue is 'The queue; null or left out: default.';
comment on column api.new_job.priority is '1 goes before 2, and so on to 4; null or left out: 2.';
comment on column api.new_job.run_at is 'Not before when it runs; null or left out: at once.';
comment on column api.new_job.max_attempts is 'After how many attempts it is dead; null or left out: as its queue says.';
comment on column api.new_job.ordering_key is 'Jobs with the same key in a queue run one after the other; null or left out: no order.';
comment on column api.new_job.limit_key is 'The key whose concurrency and rate are limited; null or left out: none.';
comment on column api.new_job.weight is 'How many tokens of a rate limit it takes; null or left out: 1.';
comment on column api.new_job.deadline_at is 'After when it may not run any more; null or left out: no end.';
comment on column api.new_job.keeps_result is 'Whether what its handler gives back is kept; null or left out: no.';
comment on column api.new_job.batch_id is 'The batch that it belongs to; null or left out: none.';
comment on column api.new_job.unique_key is
    'A key that no other job may have meanwhile: the job that has it is given instead of a new one; null or left out: none.';
comment on column api.new_job.unique_seconds is
    'For how many seconds it has the key; null or left out: until it has ended.';
comment on column api.new_job.unique_states is 'In which states it has the key; null or left out: all, or until it has ended.';
comment on column api.new_job.depends_on is 'The jobs that must have ended before; null or left out: none.';
comment on column api.new_job.depends_policy is
    'succeeded: it is cancelled when one of these is dead or cancelled. ended: it runs then, too. Null or left out: succeeded.';
comment on column api.new_job.after is
    'The places, from 1, of jobs earlier in the request that must have ended before; null or left out: none.';
select gateway.declare_nullable(
    'api.new_job', 'payload', 'queue', 'priority', 'run_at', 'max_attempts', 'ordering_key', 'limit_key', 'weight',
    'deadline_at', 'keeps_result', 'batch_id', 'unique_key', 'unique_seconds', 'unique_states', 'depends_on',
    'depends_policy', 'after'
);

create type api.enqueued_jobs as (job_ids bigint[], duplicate_places integer[]);
comment on type api.enqueued_jobs is 'Jobs that were accepted.';
comment on column api.enqueued_jobs.job_ids is 'Their numbers, in the order of the request.';
comment on column api.enqueued_jobs.duplicate_places is
    'At which places of the request, from 1, there was a job with the same unique_key already.';

create function api.view_job(job queue.job_view)
returns api.job
language sql
immutable
set search_path = ''
as $$
    select
        (job).job_id, (job).queue, (job).kind, (job).priority, (job).state, (job).attempt, (job).max_attempts,
        (job).payload, (job).error, (job).result,
        case when ((job).progress).reported_at is not null then
            row(((job).progress).percent, ((job).progress).message, ((job).progress).reported_at)::api.progress
        end,
        (job).ordering_key, (job).limit_key, (job).enqueued_at, (job).due_at, (job).started_at, (job).finished_at,
        (job).deadline_at
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
    ordering_key text default null,
    limit_key text default null,
    weight smallint default 1,
    deadline_at timestamptz default null,
    keeps_result boolean default false,
    batch_id bigint default null,
    unique_key text default null,
    unique_seconds integer default null,
    unique_states api.job_state[] default null,
    depends_on bigint[] default null,
    depends_policy api.depends_policy default 'succeeded'
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
        max_attempts => max_attempts, ordering_key => ordering_key, limit_key => limit_key, weight => weight,
        deadline_at => deadline_at, keeps_result => keeps_result, batch_id => batch_id, unique_key => unique_key,
        unique_for => make_interval(secs => unique_seconds), unique_states => unique_states::text[], depends_on => depends_on,
        depends_policy => depends_policy, is_announced => true
    );
begin
    return api.view_job(queue.get_job(v_job_id));
end
$$;

comment on function api.enqueue_job is
    'Enqueues a job, or shows the one that has its unique_key. When it ends, the stream says so: job.succeeded, job.dead or job.cancelled. Raises QU422 for an unknown queue, batch or depends_on and for a payload of more than 256 KiB, QU423 while the queue is draining, QU409 when the batch is closed.';

create function api.check_new_jobs(jobs api.new_job[])
returns void
language plpgsql
immutable
set search_path = ''
as $$
declare
    v_place bigint;
begin
    if cardinality(jobs) not between 1 and 10000 then
        raise exception using
            errcode = 'QU422', message = 'a request holds 1 to 10000 jobs', column = 'jobs';
    end if;
    select j.place
    into v_place
    from unnest(jobs) with ordinality as j (
        kind, payload, queue, priority, run_at, max_attempts, ordering_key, limit_key, weight, deadline_at, keeps_result,
        batch_id, unique_key, unique_seconds, unique_states, depends_on, depends_policy, after, place
    )
    where pg_column_size(j.payload) > 262144
    limit 1;
    if found then
        raise exception using
            errcode = 'QU422', message = format('the payload of job %s has more than 262144 bytes', v_place), column = 'jobs';
    end if;
end
$$;

comment on function api.check_new_jobs is 'Raises QU422 for another number of jobs than 1 to 10000, or a payload of more than 256 KiB.';

create function api.enqueue_jobs(jobs api.new_job[])
returns api.enqueued_jobs
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_jobs jsonb;
    v_enqueued api.enqueued_jobs;
begin
    perform api.check_new_jobs(jobs);
    select jsonb_agg(
        jsonb_strip_nulls(
            to_jsonb(j) - '{payload,unique_seconds}'::text[]
            || jsonb_build_object('unique_for', make_interval(secs => j.unique_seconds))
        )
        || jsonb_build_object('payload', coalesce(j.payload, '{}'), 'is_announced', true)
        order by o.place
    )
    into v_jobs
    from generate_subscripts(jobs, 1) as o (place)
        cross join lateral (select (jobs[o.place]).*) as j;
    select array_agg(e.job_id order by e.place), coalesce(array_agg(e.place order by e.place) filter (where e.is_duplicate), '{}')
    into v_enqueued
    from queue.enqueue_many(v_jobs) as e;
    return v_enqueued;
end
$$;

comment on function api.enqueue_jobs is
    'Enqueues 1 to 10000 jobs, all or none. Raises QU422 for an unknown queue, batch or depends_on, a payload of more than 256 KiB or another number of jobs, QU423 while a queue is draining, QU409 when the batch is closed.';

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
    state api.job_state default null
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

comment on function api.list_jobs is
    'Lists the jobs of the tenant, newest first. It looks at about a thousand at a time: a page may hold fewer than asked for, or none, and still have a next one.';

create function api.cancel_job(job_id bigint)
returns api.job
language sql
volatile
security definer
set search_path = ''
as $$
    select api.view_job(queue.cancel(job_id))
$$;

comment on function api.cancel_job is
    'Cancels a job that waits, and asks one that runs to stop; again is no error. Raises QU404, QU409 when it has ended.';

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
    'Erases what a job that has ended was about: payload, error and result; it is shown no more. Raises QU404, QU409 while it has not ended.';

select gateway.expose(
    'POST', '/v1/jobs', 'api.enqueue_job', 'Enqueue a job', 'job.write', tags => '{jobs}', idempotency => 'optional',
    arguments => '{"kind": "Which handler runs it.", "payload": "What the handler gets: any JSON up to 256 KiB.", "queue": "The queue.", "priority": "1 goes before 2, and so on to 4.", "run_at": "Not before when it runs; left out: at once.", "max_attempts": "After how many attempts it is dead; left out: as its queue says.", "ordering_key": "Jobs with the same key in a queue run one after the other.", "limit_key": "The key whose concurrency and rate are limited.", "weight": "How many tokens of a rate limit it takes.", "deadline_at": "After when it may not run any more.", "keeps_result": "Whether what its handler gives back is kept.", "batch_id": "The batch that it belongs to.", "unique_key": "A key that no other job may have meanwhile: the job that has it is shown instead of a new one.", "unique_seconds": "For how many seconds it has the key; left out: until it has ended.", "unique_states": "In which states it has the key.", "depends_on": "The jobs that must have ended before.", "depends_policy": "succeeded: it is cancelled when one of these is dead or cancelled. ended: it runs then, too."}',
    examples => '{"request": {"kind": "howdah.noop", "payload": {"hello": "world"}}}'
);
select gateway.expose(
    'POST', '/v1/jobs/bulk', 'api.enqueue_jobs', 'Enqueue many jobs', 'job.write', tags => '{jobs}', idempotency => 'optional',
    arguments => '{"jobs": "The jobs, 1 to 10000."}',
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
select gateway.expose(
    'DELETE', '/v1/jobs/{job_id}', 'api.purge_job', 'Erase a job', 'job.purge', tags => '{jobs}',
    permission_text => 'Erase what jobs were about', arguments => '{"job_id": "The job."}'
);

commit;
