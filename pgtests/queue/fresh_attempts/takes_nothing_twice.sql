\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_job() as job_id \gset

select is_empty(
    format($$select job_id from queue.fresh_attempts(%L, %L)$$, tests.tick('finished'), tests.tick('finished')),
    'a job that was in sight at the earlier tick is not found again'
);

select * from finish();
rollback;
