\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_job() as job_id \gset

select is_empty(
    format($$select job_id from queue.fresh_attempts(%L, %L)$$, tests.tick('unborn'), tests.tick('running')),
    'a job whose transaction runs at the later tick is left to one that comes after'
);

select * from finish();
rollback;
