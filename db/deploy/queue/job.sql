-- Deploy howdah:queue/job to pg
-- requires: queue/lot

begin;

set local role queue_owner;

create view queue.job with (security_invoker) as
select
    l.tenant_id, l.job_id + p.place - 1 as job_id, l.xid, l.enqueued_at, l.run_at, l.deadline_at, q.name as queue,
    l.queue_id, l.priority, l.max_attempts, l.weight, l.is_announced, l.keeps_result, l.batch_id, l.kind, l.trace,
    l.ordering_key, l.limit_key, p.payload
from queue.lot as l
    inner join queue.queue as q on q.queue_id = l.queue_id
    cross join lateral unnest(l.payloads) with ordinality as p (payload, place);

comment on view queue.job is 'The jobs one by one.';
comment on column queue.job.tenant_id is 'Whose job it is.';
comment on column queue.job.job_id is 'The number of the job.';
comment on column queue.job.xid is 'The transaction that wrote it.';
comment on column queue.job.enqueued_at is 'When it was accepted.';
comment on column queue.job.run_at is 'Not before when it runs; infinity: when others have ended. Null: at once.';
comment on column queue.job.deadline_at is 'After when it may not run any more; null for no end.';
comment on column queue.job.queue is 'Its queue.';
comment on column queue.job.queue_id is 'The number of its queue.';
comment on column queue.job.priority is '1 goes before 2, and so on to 4.';
comment on column queue.job.max_attempts is 'After how many attempts it is dead; null: as its queue says.';
comment on column queue.job.weight is 'How many tokens of a rate limit it takes.';
comment on column queue.job.is_announced is 'Whether its end is handed to the hooks of the queue.';
comment on column queue.job.keeps_result is 'Whether what its handler gives back is kept.';
comment on column queue.job.batch_id is 'The batch that it belongs to; null for none.';
comment on column queue.job.kind is 'Which handler runs it.';
comment on column queue.job.trace is 'The trace context it was enqueued in; null for none.';
comment on column queue.job.ordering_key is 'Jobs with the same key run one after the other; null for no order.';
comment on column queue.job.limit_key is 'The key whose concurrency and rate are limited; null for none.';
comment on column queue.job.payload is 'What the handler gets.';
grant usage on type queue.job to queue_engine;
grant select on queue.job to queue_engine;

-- The view would unpack every lot of a tenant to find one job. Whose rows it finds is up to the caller.
create function queue.find_job(tenant_id uuid, job_id bigint)
returns queue.job
language plpgsql
stable
set search_path = ''
as $$
declare
    v_job queue.job;
begin
    select j.*
    into v_job
    from (
        select
            l.tenant_id, find_job.job_id as job_id, l.xid, l.enqueued_at, l.run_at, l.deadline_at, q.name as queue,
            l.queue_id, l.priority, l.max_attempts, l.weight, l.is_announced, l.keeps_result, l.batch_id, l.kind,
            l.trace, l.ordering_key, l.limit_key, l.payloads[find_job.job_id % 128 + 1] as payload
        from queue.lot as l
            inner join queue.queue as q on q.queue_id = l.queue_id
        where l.tenant_id = find_job.tenant_id
            and l.job_id = find_job.job_id & -128
            and find_job.job_id % 128 < l.size
        limit 1
    ) as j;
    return v_job;
end
$$;

comment on function queue.find_job is 'One job of a tenant; null when there is none.';
grant execute on function queue.find_job to queue_engine;

commit;
