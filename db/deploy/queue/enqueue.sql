-- Deploy howdah:queue/enqueue to pg
-- requires: queue/accept
-- requires: pulse/bell

begin;

set local role queue_owner;

create function queue.enqueue(
    kind core.word,
    payload jsonb default '{}',
    queue core.word default 'default',
    priority smallint default 2,
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
    unique_key text default null,
    unique_for interval default null,
    unique_states text[] default null,
    depends_on bigint[] default null,
    depends_policy text default 'succeeded'
)
returns bigint
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_lot queue.lot;
begin
    perform queue.check_payload(payload, 1);
    v_lot.queue_id := queue.check_queue(queue);
    v_lot.tenant_id := core.tenant_id();
    v_lot.enqueued_at := core.now();
    if run_at is not null then
        v_lot.run_at := queue.check_run_at(run_at);
    end if;
    v_lot.deadline_at := deadline_at;
    v_lot.priority := priority;
    v_lot.max_attempts := max_attempts;
    v_lot.weight := weight;
    v_lot.is_announced := is_announced;
    v_lot.keeps_result := keeps_result;
    v_lot.kind := kind;
    v_lot.trace := coalesce(trace, core.trace());
    v_lot.ordering_key := ordering_key;
    v_lot.limit_key := limit_key;
    v_lot.payloads := array[coalesce(payload, 'null')];
    if unique_key is null and batch_id is null and depends_on is null then
        v_lot.job_id := queue.add_lot(v_lot);
    else
        v_lot.batch_id := batch_id;
        v_lot.job_id := (
            queue.accept(v_lot, row(unique_key, unique_for, unique_states, depends_on, depends_policy))
        ).job_ids[1];
    end if;
    perform pulse.announce('queue');
    return v_lot.job_id;
end
$$;

comment on function queue.enqueue is
    'Enqueues a job of the tenant of the context in this transaction; gives its number, or that of the job that has its unique_key. Raises QU422 for an unknown queue, batch or depends_on, for a payload of more than 256 KiB and a time more than a year away, QU409 when the batch is closed, QU423 while the queue is draining, 23514, 42501 without a tenant.';

create function queue.enqueue_batch(
    kind core.word,
    payloads jsonb[],
    queue core.word default 'default',
    priority smallint default 2,
    is_announced boolean default false,
    trace text default null,
    run_at timestamptz default null,
    max_attempts smallint default null,
    ordering_key text default null,
    limit_key text default null,
    weight smallint default 1,
    deadline_at timestamptz default null,
    keeps_result boolean default false,
    batch_id bigint default null,
    depends_on bigint[] default null,
    depends_policy text default 'succeeded'
)
returns bigint[]
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_lot queue.lot;
    v_job_ids bigint[];
begin
    v_lot.queue_id := queue.check_queue(queue);
    if coalesce(cardinality(payloads), 0) = 0 then
        return '{}';
    end if;
    v_lot.tenant_id := core.tenant_id();
    v_lot.enqueued_at := core.now();
    if run_at is not null then
        v_lot.run_at := queue.check_run_at(run_at);
    end if;
    v_lot.deadline_at := deadline_at;
    v_lot.priority := priority;
    v_lot.max_attempts := max_attempts;
    v_lot.weight := weight;
    v_lot.is_announced := is_announced;
    v_lot.keeps_result := keeps_result;
    v_lot.kind := kind;
    v_lot.trace := coalesce(trace, core.trace());
    v_lot.ordering_key := ordering_key;
    v_lot.limit_key := limit_key;
    v_lot.payloads := array_replace(payloads, null, 'null');
    v_lot.batch_id := batch_id;
    v_job_ids := (queue.accept(v_lot, row(null, null, null, depends_on, depends_policy))).job_ids;
    perform pulse.announce('queue');
    return v_job_ids;
end
$$;

comment on function queue.enqueue_batch is
    'Enqueues jobs of one kind, one for each payload, in their order; gives their numbers. Raises QU409, QU422, QU423, 23514, 42501.';

grant execute on function queue.enqueue, queue.enqueue_batch to api_owner, event_owner, event_engine;

commit;
