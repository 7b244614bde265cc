\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_job() from generate_series(1, 40) \g /dev/null
select tests.lay() as laid \gset
select array_agg(job_id order by job_id) as job_ids from queue.job \gset

set local role howdah_worker;
select results_eq(
    $$select job_id from queue.claim('{default}', 'test', 30)$$, (:'job_ids'::bigint[])[1:30],
    'who waits longest goes first, as many as the worker has room for'
);
select results_eq(
    $$select job_id from queue.claim('{default}', 'test', 30)$$, (:'job_ids'::bigint[])[31:40], 'then what is left'
);

select * from finish();
rollback;
