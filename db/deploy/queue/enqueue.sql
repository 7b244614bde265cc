-- Deploy howdah:queue/enqueue to pg
-- requires: queue/job
-- requires: queue/timer
-- requires: pulse/bell

begin;

set local role queue_owner;

create function queue.check_queue(name text)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    if not exists (select from queue.queue as q where q.name = check_queue.name) then
        raise exception using
            errcode = 'QU422', message = format('there is no queue %L', check_queue.name), column = 'queue';
    end if;
end
$$;

comment on function queue.check_queue is 'Raises QU422 when there is no such queue.';
grant execute on function queue.check_queue to event_owner;

create function queue.enqueue(
    kind core.word,
    payload jsonb default '{}',
    queue core.word default 'default',
    priority smallint default 2,
    run_at timestamptz default null,
    max_attempts smallint default null,
    is_announced boolean default false,
    trace text default null
)
returns bigint
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_variable
declare
    v_job_id bigint;
    v_run_at timestamptz := case when run_at > core.now() then run_at end;
begin
    perform queue.check_queue(queue);

    insert into queue.job as j (
        tenant_id, queue, kind, payload, priority, run_at, max_attempts, is_announced, trace
    )
    values (
        core.tenant_id(), queue, kind, coalesce(payload, 'null'), priority, v_run_at, max_attempts, is_announced, trace
    )
    returning j.job_id into v_job_id;

    if v_run_at is not null then
        insert into queue.timer (tenant_id, due_at, job_id, attempt)
        values (core.tenant_id(), v_run_at, v_job_id, 1);
    end if;

    perform pulse.announce('queue');
    return v_job_id;
end
$$;

comment on function queue.enqueue is
    'Enqueues a job of the tenant of the context in this transaction; gives its number. Raises QU422 for an unknown queue, 23514, 42501 without a tenant.';

create function queue.enqueue_batch(
    kind core.word,
    payloads jsonb[],
    queue core.word default 'default',
    priority smallint default 2,
    is_announced boolean default false,
    trace text default null
)
returns bigint[]
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_variable
declare
    v_now timestamptz := core.now();
    v_job_ids bigint[];
begin
    perform queue.check_queue(queue);

    with inserted as (
        insert into queue.job as j (
            tenant_id, enqueued_at, queue, kind, payload, priority, is_announced, trace
        )
        select
            core.tenant_id(), v_now, queue, kind, coalesce(p.payload, 'null'), priority, is_announced, trace
        from unnest(payloads) with ordinality as p (payload, place)
        order by p.place
        returning j.job_id
    )
    select coalesce(array_agg(i.job_id order by i.job_id), '{}') into v_job_ids from inserted as i;

    perform pulse.announce('queue');
    return v_job_ids;
end
$$;

comment on function queue.enqueue_batch is
    'Enqueues jobs of one kind, one for each payload, in their order; gives their numbers. Raises QU422, 23514, 42501.';

grant execute on function
    queue.enqueue(core.word, jsonb, core.word, smallint, timestamptz, smallint, boolean, text),
    queue.enqueue_batch(core.word, jsonb[], core.word, smallint, boolean, text)
to api_owner, event_owner, event_engine;

commit;
