\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_job(run_at => core.now() + interval '1 hour') as job_id \gset

select is_empty(
    format($$select job_id from queue.fresh_attempts(%L, %L)$$, tests.tick('unborn'), tests.tick('finished')),
    'a job for later is not found before its time'
);

select * from finish();
rollback;
