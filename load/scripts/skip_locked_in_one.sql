-- One batch through a table with SKIP LOCKED without a lease: what claims a job deletes it, so a
-- client that dies loses what it holds.
\set sample random(1, :samples)
insert into bench.job (tenant_id, queue, priority, kind, payload)
select :tenant::uuid, 'default', 2, 'howdah.noop', p.payload
from bench.sample as s
    cross join unnest(s.payloads) as p (payload)
where s.sample_id = :sample;
with done as (
    delete from bench.job as j
    where j.job_id = any (array(
        select f.job_id
        from bench.job as f
        where f.queue = 'default' and f.run_at <= now()
        order by f.priority, f.run_at, f.job_id
        limit :batch::integer
        for update skip locked
    ))
    returning j.job_id, j.tenant_id, j.kind, j.payload::text as payload
)
select count(*), sum(length(d.payload)) from done as d;
