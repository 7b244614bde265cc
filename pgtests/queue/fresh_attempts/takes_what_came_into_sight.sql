\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_job() as job_id \gset

select results_eq(
    format(
        $$select job_id, attempt, queue::text, priority from queue.fresh_attempts(%L, %L)$$,
        tests.tick('unborn'), tests.tick('finished')
    ),
    format($$values (%s::bigint, 1::smallint, 'default', 2::smallint)$$, :job_id),
    'a job whose transaction began and ended between two ticks is found between them'
);

select * from finish();
rollback;
