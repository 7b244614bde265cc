-- Deploy howdah:api/batches to pg
-- requires: api/jobs
-- requires: queue/open_batch

begin;

set local role api_owner;

create type api.batch as (
    batch_id bigint, state text, job_count integer, succeeded_count integer, dead_count integer, cancelled_count integer,
    opened_at timestamptz, closed_at timestamptz, finished_at timestamptz, follow_up_id bigint
);
comment on type api.batch is 'Jobs that are waited for together.';
comment on column api.batch.batch_id is 'The number of the batch.';
comment on column api.batch.state is 'open: jobs may come in. closed: none may. finished: all have ended.';
comment on column api.batch.job_count is 'How many jobs it has.';
comment on column api.batch.succeeded_count is 'How many of them succeeded.';
comment on column api.batch.dead_count is 'How many of them died.';
comment on column api.batch.cancelled_count is 'How many of them were cancelled.';
comment on column api.batch.opened_at is 'When it was opened.';
comment on column api.batch.closed_at is 'When it was closed; null while it is open.';
comment on column api.batch.finished_at is 'When it was found that all had ended; null before.';
comment on column api.batch.follow_up_id is 'The job that followed; null before, or when none does.';
select gateway.declare_nullable('api.batch', 'closed_at', 'finished_at', 'follow_up_id');

create function api.open_batch(
    kind core.word default null,
    payload jsonb default '{}',
    queue core.word default 'default',
    priority smallint default 2
)
returns api.batch
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_batch_id bigint := queue.open_batch(kind, payload, queue, priority, true);
    v_batch queue.batch_view := queue.get_batch(v_batch_id);
begin
    return row(v_batch.*)::api.batch;
end
$$;

comment on function api.open_batch is
    'Opens a batch. When it is closed and all of its jobs have ended, a job of this kind follows, if a kind is given. Raises QU422, QU423.';

create function api.get_batch(batch_id bigint)
returns api.batch
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_batch queue.batch_view := queue.get_batch(batch_id);
begin
    return row(v_batch.*)::api.batch;
end
$$;

comment on function api.get_batch is 'Shows a batch and how many of its jobs have ended. Raises QU404.';

create function api.close_batch(batch_id bigint)
returns api.batch
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_batch queue.batch_view := queue.close_batch(batch_id);
begin
    return row(v_batch.*)::api.batch;
end
$$;

comment on function api.close_batch is 'Lets no more jobs into a batch; again is no error. Raises QU404.';

select gateway.expose(
    'POST', '/v1/batches', 'api.open_batch', 'Open a batch', 'job.write', tags => '{jobs}',
    arguments => '{"kind": "Which kind of job follows when all have ended; left out: none.", "payload": "The payload of that job; what became of the others is added to it as batch.", "queue": "Its queue.", "priority": "1 goes before 2, and so on to 4."}',
    examples => '{"request": {"kind": "howdah.noop", "payload": {"report": 7}}}'
);
select gateway.expose(
    'GET', '/v1/batches/{batch_id}', 'api.get_batch', 'Show a batch', 'job.read', tags => '{jobs}',
    arguments => '{"batch_id": "The batch."}'
);
select gateway.expose(
    'POST', '/v1/batches/{batch_id}/close', 'api.close_batch', 'Close a batch', 'job.write', tags => '{jobs}', success_status => 200,
    arguments => '{"batch_id": "The batch."}'
);

commit;
