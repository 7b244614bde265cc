-- Deploy howdah:queue/enqueue_unique to pg
-- requires: queue/accept
-- requires: pulse/bell

begin;

set local role queue_owner;

create type queue.job_request as (
    kind core.word,
    payload jsonb,
    queue core.word,
    priority smallint,
    run_at timestamptz,
    max_attempts smallint,
    is_announced boolean,
    trace text,
    ordering_key text,
    limit_key text,
    weight smallint,
    deadline_at timestamptz,
    keeps_result boolean,
    batch_id bigint,
    unique_key text,
    unique_for interval,
    unique_states text[],
    depends_on bigint[],
    depends_policy text,
    after integer[]
);
comment on type queue.job_request is 'A job to be enqueued; what is not given is as queue.enqueue has it.';
comment on column queue.job_request.kind is 'Which handler runs it.';
comment on column queue.job_request.payload is 'What the handler gets: any JSON up to 256 KiB.';
comment on column queue.job_request.queue is 'Its queue.';
comment on column queue.job_request.priority is '1 goes before 2, and so on to 4.';
comment on column queue.job_request.run_at is 'Not before when it runs; null for at once.';
comment on column queue.job_request.max_attempts is 'After how many attempts it is dead; null: as its queue says.';
comment on column queue.job_request.is_announced is 'Whether its end is handed to the hooks of the queue.';
comment on column queue.job_request.trace is 'The trace context (W3C traceparent); null: that of the transaction.';
comment on column queue.job_request.ordering_key is 'Jobs with the same key in a queue run one after the other.';
comment on column queue.job_request.limit_key is 'The key whose concurrency and rate are limited.';
comment on column queue.job_request.weight is 'How many tokens of a rate limit it takes.';
comment on column queue.job_request.deadline_at is 'After when it may not run any more.';
comment on column queue.job_request.keeps_result is 'Whether what its handler gives back is kept.';
comment on column queue.job_request.batch_id is 'The batch that it belongs to.';
comment on column queue.job_request.unique_key is 'The key that no other job may have meanwhile.';
comment on column queue.job_request.unique_for is 'For how long the key is its own; null: until it has ended.';
comment on column queue.job_request.unique_states is 'In which states an earlier job keeps the key.';
comment on column queue.job_request.depends_on is 'The numbers of jobs that must have ended before.';
comment on column queue.job_request.depends_policy is
    'succeeded: it is cancelled when one of these is dead or cancelled. ended: it runs then, too.';
comment on column queue.job_request.after is 'The places, from 1, of jobs of the same call that must have ended before.';

create function queue.new_lot(request queue.job_request)
returns queue.lot
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_lot queue.lot;
begin
    v_lot.queue_id := queue.check_queue(coalesce(request.queue, 'default'));
    v_lot.tenant_id := core.tenant_id();
    v_lot.enqueued_at := core.now();
    v_lot.run_at := queue.check_run_at(request.run_at);
    v_lot.deadline_at := request.deadline_at;
    v_lot.priority := coalesce(request.priority, 2);
    v_lot.max_attempts := request.max_attempts;
    v_lot.weight := coalesce(request.weight, 1);
    v_lot.is_announced := coalesce(request.is_announced, false);
    v_lot.keeps_result := coalesce(request.keeps_result, false);
    v_lot.batch_id := request.batch_id;
    v_lot.kind := request.kind;
    v_lot.trace := coalesce(request.trace, core.trace());
    v_lot.ordering_key := request.ordering_key;
    v_lot.limit_key := request.limit_key;
    v_lot.payloads := array[coalesce(request.payload, 'null')];
    return v_lot;
end
$$;

comment on function queue.new_lot is 'A lot, not yet written, of the job that is asked for. Raises QU422, QU423.';

create function queue.accept_request(request queue.job_request, out job_id bigint, out is_duplicate boolean)
returns record
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_accepted record;
begin
    perform queue.check_payload(request.payload, 1);
    v_accepted := queue.accept(queue.new_lot(request), row(
        request.unique_key, request.unique_for, request.unique_states, request.depends_on,
        coalesce(request.depends_policy, 'succeeded')
    ));
    job_id := v_accepted.job_ids[1];
    is_duplicate := v_accepted.is_duplicate;
end
$$;

comment on function queue.accept_request is
    'Enqueues the job that is asked for, or finds the one that has its key. Raises QU409, QU422, QU423, 23514, 42501.';

create function queue.enqueue_unique(
    unique_key text,
    kind core.word,
    payload jsonb default '{}',
    queue core.word default 'default',
    priority smallint default 2,
    unique_for interval default null,
    unique_states text[] default null,
    run_at timestamptz default null,
    max_attempts smallint default null,
    is_announced boolean default false,
    trace text default null,
    ordering_key text default null,
    limit_key text default null,
    weight smallint default 1,
    deadline_at timestamptz default null,
    keeps_result boolean default false,
    batch_id bigint default null,
    depends_on bigint[] default null,
    depends_policy text default 'succeeded',
    out job_id bigint,
    out is_duplicate boolean
)
returns record
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_accepted record := queue.accept_request(row(
        kind, payload, queue, priority, run_at, max_attempts, is_announced, trace, ordering_key, limit_key, weight,
        deadline_at, keeps_result, batch_id, coalesce(unique_key, ''), unique_for, unique_states, depends_on,
        depends_policy, null
    ));
begin
    job_id := v_accepted.job_id;
    is_duplicate := v_accepted.is_duplicate;
    if not is_duplicate then
        perform pulse.announce('queue');
    end if;
end
$$;

comment on function queue.enqueue_unique is
    'Enqueues a job unless one of the tenant has the key already, and says which of the two happened. A job has its key for unique_for, or while it is in one of unique_states, or both; without either until it has ended. Raises QU409, QU422, QU423, 23514, 42501.';
grant execute on function queue.arguments_key, queue.enqueue_unique to api_owner, event_owner, event_engine;

commit;
