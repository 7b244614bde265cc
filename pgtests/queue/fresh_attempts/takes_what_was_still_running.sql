\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_job() as job_id \gset

select results_eq(
    format($$select job_id from queue.fresh_attempts(%L, %L)$$, tests.tick('running'), tests.tick('finished')),
    array[:job_id::bigint],
    'a job whose transaction was running at the earlier tick is found when it has ended'
);

select * from finish();
rollback;
