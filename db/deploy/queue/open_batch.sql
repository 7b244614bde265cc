-- Deploy howdah:queue/open_batch to pg
-- requires: queue/accept
-- requires: queue/tally_batches
-- requires: queue/enqueue
-- requires: pulse/bell

begin;

set local role queue_owner;

create type queue.batch_view as (
    batch_id bigint,
    state text,
    job_count integer,
    succeeded_count integer,
    dead_count integer,
    cancelled_count integer,
    opened_at timestamptz,
    closed_at timestamptz,
    finished_at timestamptz,
    follow_up_id bigint
);
comment on type queue.batch_view is 'A batch as its tenant sees it.';
comment on column queue.batch_view.batch_id is 'The number of the batch.';
comment on column queue.batch_view.state is
    'open: jobs may come in. closed: none may, some have not ended. finished: all have ended.';
comment on column queue.batch_view.job_count is 'How many jobs it has.';
comment on column queue.batch_view.succeeded_count is 'How many of them succeeded.';
comment on column queue.batch_view.dead_count is 'How many of them died.';
comment on column queue.batch_view.cancelled_count is 'How many of them were cancelled.';
comment on column queue.batch_view.opened_at is 'When it was opened.';
comment on column queue.batch_view.closed_at is 'When it was closed; null while it is open.';
comment on column queue.batch_view.finished_at is 'When it was found that all had ended; null before.';
comment on column queue.batch_view.follow_up_id is 'The job that followed; null before, or when none does.';
grant usage on type queue.batch_view to api_owner;

create function queue.open_batch(
    kind core.word default null,
    payload jsonb default '{}',
    queue core.word default 'default',
    priority smallint default 2,
    is_announced boolean default false,
    trace text default null
)
returns bigint
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_batch_id bigint;
begin
    insert into queue.batch as b (tenant_id, queue_id, kind, payload, priority, is_announced, trace)
    values (
        core.tenant_id(), queue.check_queue(queue), kind, payload, priority, is_announced, coalesce(trace, core.trace())
    )
    returning b.batch_id into v_batch_id;
    return v_batch_id;
end
$$;

comment on function queue.open_batch is
    'Opens a batch; gives its number. When it is closed and all of its jobs have ended, one job of this kind follows, if a kind is given: its payload is this one with batch (batch_id, succeeded, dead, cancelled). Raises QU422, QU423, 23514, 42501.';

create function queue.find_batch(batch_id bigint)
returns queue.batch
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_batch queue.batch;
begin
    select b.*
    into v_batch
    from queue.batch as b
    where b.tenant_id = core.tenant_id() and b.batch_id = find_batch.batch_id;
    if not found then
        raise exception using errcode = 'QU404', message = format('there is no batch %s', find_batch.batch_id);
    end if;
    return v_batch;
end
$$;

comment on function queue.find_batch is 'A batch of the tenant of the context. Raises QU404.';

create function queue.get_batch(batch_id bigint)
returns queue.batch_view
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_batch queue.batch := queue.find_batch(batch_id);
    v_tally queue.tally := queue.tally_of(v_batch.tenant_id, batch_id);
    v_ended integer := v_tally.succeeded_count + v_tally.dead_count + v_tally.cancelled_count;
begin
    return row(
        batch_id,
        case
            when v_tally.closed_at is null then 'open'
            when v_ended < v_tally.job_count then 'closed'
            else 'finished'
        end,
        v_tally.job_count, v_tally.succeeded_count, v_tally.dead_count, v_tally.cancelled_count, v_batch.opened_at,
        v_tally.closed_at, v_tally.finished_at, v_tally.follow_up_id
    );
end
$$;

comment on function queue.get_batch is 'A batch of the tenant of the context, with its counts. Raises QU404.';

-- Who adds jobs holds the lock of the batch, shared: so all that came in is committed before this.
create function queue.close_batch(batch_id bigint)
returns queue.batch_view
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_batch queue.batch := queue.find_batch(batch_id);
begin
    perform pg_advisory_xact_lock(queue.batch_lock(batch_id));
    if not exists (
        select
        from queue.batch_entry as e
        where e.tenant_id = v_batch.tenant_id and e.batch_id = close_batch.batch_id and e.is_closing
    ) then
        insert into queue.batch_entry (tenant_id, batch_id, is_closing)
        values (v_batch.tenant_id, close_batch.batch_id, true);
        insert into queue.timer (tenant_id, due_at, queue_id, gate, gate_key)
        values (v_batch.tenant_id, core.now(), v_batch.queue_id, 'batch', close_batch.batch_id::text);
        perform pulse.announce('queue');
    end if;
    return queue.get_batch(batch_id);
end
$$;

comment on function queue.close_batch is
    'Lets no more jobs into a batch: when those that are in it have ended, it has. Again is no error. Raises QU404.';

create function queue.start_batch(
    kind core.word,
    payloads jsonb[],
    follow_up_kind core.word default null,
    follow_up_payload jsonb default '{}',
    queue core.word default 'default',
    follow_up_queue core.word default null,
    priority smallint default 2,
    is_announced boolean default false,
    trace text default null,
    run_at timestamptz default null,
    max_attempts smallint default null,
    limit_key text default null,
    weight smallint default 1,
    deadline_at timestamptz default null,
    keeps_result boolean default false,
    out batch_id bigint,
    out job_ids bigint[]
)
returns record
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    batch_id := queue.open_batch(
        follow_up_kind, follow_up_payload, coalesce(follow_up_queue, queue), priority, is_announced, trace
    );
    job_ids := queue.enqueue_batch(
        kind, payloads, queue, priority, is_announced, trace, run_at, max_attempts, null, limit_key, weight, deadline_at,
        keeps_result, batch_id
    );
    perform queue.close_batch(batch_id);
end
$$;

comment on function queue.start_batch is
    'Enqueues jobs of one kind as a batch that is closed at once, and one that follows them. Raises QU422, QU423, 23514, 42501.';
grant execute on function queue.open_batch, queue.close_batch, queue.get_batch, queue.start_batch
to api_owner, event_owner, event_engine;

commit;
