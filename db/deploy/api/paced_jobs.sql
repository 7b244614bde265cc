-- Deploy howdah:api/paced_jobs to pg
-- requires: api/jobs
-- requires: queue/debounce

begin;

set local role api_owner;

create type api.throttled_job as (job api.job, is_duplicate boolean);
comment on type api.throttled_job is 'The job that stands for a call.';
comment on column api.throttled_job.job is 'The job.';
comment on column api.throttled_job.is_duplicate is 'Whether an earlier call of the period made it.';

create function api.debounce_job(
    unique_key text,
    wait_seconds double precision,
    kind core.word,
    payload jsonb default '{}',
    queue core.word default 'default',
    priority smallint default 2,
    max_wait_seconds double precision default null,
    max_attempts smallint default null,
    ordering_key text default null,
    limit_key text default null,
    weight smallint default 1,
    keeps_result boolean default false
)
returns api.job
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_variable
declare
    v_job_id bigint := queue.debounce(
        unique_key, make_interval(secs => wait_seconds), kind, payload, queue, priority,
        max_wait => make_interval(secs => max_wait_seconds), max_attempts => max_attempts, is_announced => true,
        ordering_key => ordering_key, limit_key => limit_key, weight => weight, keeps_result => keeps_result
    );
begin
    return api.view_job(queue.get_job(v_job_id));
end
$$;

comment on function api.debounce_job is
    'Enqueues a job that runs when no other call with its unique_key has come for a while; the payload of the last one counts, the jobs of the earlier ones are cancelled. Raises QU422, QU423 while the queue is draining.';

create function api.throttle_job(
    unique_key text,
    period_seconds double precision,
    kind core.word,
    payload jsonb default '{}',
    queue core.word default 'default',
    priority smallint default 2,
    takes_next boolean default false,
    max_attempts smallint default null,
    ordering_key text default null,
    limit_key text default null,
    weight smallint default 1,
    keeps_result boolean default false
)
returns api.throttled_job
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_variable
declare
    v_throttled record := queue.throttle(
        unique_key, make_interval(secs => period_seconds), kind, payload, queue, priority, takes_next => takes_next,
        max_attempts => max_attempts, is_announced => true, ordering_key => ordering_key, limit_key => limit_key,
        weight => weight, keeps_result => keeps_result
    );
begin
    return row(api.view_job(queue.get_job(v_throttled.job_id)), v_throttled.is_duplicate)::api.throttled_job;
end
$$;

comment on function api.throttle_job is
    'Enqueues a job at most once a period for a unique_key: later calls get the first one''s, or with takes_next one for the next period. Raises QU422, QU423 while the queue is draining.';

select gateway.expose(
    'POST', '/v1/jobs/debounce', 'api.debounce_job', 'Enqueue a job once calls cease', 'job.write', tags => '{jobs}',
    idempotency => 'optional',
    arguments => '{"unique_key": "Calls with the same key count as one.", "wait_seconds": "For how long no other call must come.", "kind": "Which handler runs it.", "payload": "What the handler gets: any JSON up to 256 KiB.", "queue": "The queue.", "priority": "1 goes before 2, and so on to 4.", "max_wait_seconds": "How long after the first call it runs at the latest; left out: no end.", "max_attempts": "After how many attempts it is dead; left out: as its queue says.", "ordering_key": "Jobs with the same key in a queue run one after the other.", "limit_key": "The key whose concurrency and rate are limited.", "weight": "How many tokens of a rate limit it takes.", "keeps_result": "Whether what its handler gives back is kept."}',
    examples => '{"request": {"unique_key": "index 7", "wait_seconds": 5, "kind": "howdah.noop", "payload": {"id": 7}}}'
);
select gateway.expose(
    'POST', '/v1/jobs/throttle', 'api.throttle_job', 'Enqueue a job once a period', 'job.write', tags => '{jobs}',
    idempotency => 'optional',
    arguments => '{"unique_key": "Calls with the same key count together.", "period_seconds": "How long a period is.", "kind": "Which handler runs it.", "payload": "What the handler gets: any JSON up to 256 KiB.", "queue": "The queue.", "priority": "1 goes before 2, and so on to 4.", "takes_next": "Whether one more is put off to the next period.", "max_attempts": "After how many attempts it is dead; left out: as its queue says.", "ordering_key": "Jobs with the same key in a queue run one after the other.", "limit_key": "The key whose concurrency and rate are limited.", "weight": "How many tokens of a rate limit it takes.", "keeps_result": "Whether what its handler gives back is kept."}',
    examples => '{"request": {"unique_key": "digest", "period_seconds": 3600, "kind": "howdah.noop"}}'
);

commit;
