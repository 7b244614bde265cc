-- One batch through a table with SKIP LOCKED: inserted, claimed under a lease, deleted when done.
\set sample random(1, :samples)
insert into bench.job (tenant_id, queue, priority, kind, payload)
select :tenant::uuid, 'default', 2, 'howdah.noop', p.payload
from bench.sample as s
    cross join unnest(s.payloads) as p (payload)
where s.sample_id = :sample;
with claimed as (
    update bench.job as j
    set attempts = j.attempts + 1, locked_until = now() + interval '30 seconds', locked_by = 'bench'
    where j.job_id = any (array(
        select f.job_id
        from bench.job as f
        where f.queue = 'default'
            and f.run_at <= now()
            and (f.locked_until is null or f.locked_until < now())
        order by f.priority, f.run_at, f.job_id
        limit :batch::integer
        for update skip locked
    ))
    returning j.job_id, j.tenant_id, j.kind, j.attempts, j.payload::text as payload
)
select
    coalesce(array_agg(c.job_id), '{}')::text as job_ids,
    coalesce(sum(length(c.payload)), 0) as bytes
from claimed as c \gset
delete from bench.job as j
where j.job_id = any (:job_ids::bigint[]) and j.locked_by = 'bench';
