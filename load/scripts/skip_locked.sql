-- One batch through a table with SKIP LOCKED: inserted, then deleted by the statement that claims it.
insert into bench.job (tenant_id, kind, payload)
select :tenant::uuid, 'howdah.noop', jsonb_build_object('n', n, 'text', repeat('x', 180))
from generate_series(1, :batch::integer) as n;
with done as (
    delete from bench.job as j
    where j.job_id in (
        select f.job_id
        from bench.job as f
        order by f.job_id
        limit :batch::integer
        for update skip locked
    )
    returning j.job_id, j.payload
)
select count(*) from done;
