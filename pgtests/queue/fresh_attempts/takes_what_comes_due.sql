\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_job(run_at => '2100-01-01 12:00Z') as job_id \gset

select results_eq(
    format(
        $$select job_id, attempt from queue.fresh_attempts(%L, %L)$$,
        tests.tick('finished', '2100-01-01 11:59Z'), tests.tick('finished', '2100-01-01 12:00Z')
    ),
    format($$values (%s::bigint, 1::smallint)$$, :job_id),
    'a job for later is found by the tick that reaches its time'
);
select is_empty(
    format(
        $$select job_id, attempt from queue.fresh_attempts(%L, %L)$$,
        tests.tick('finished', '2100-01-01 12:00Z'), tests.tick('finished', '2100-01-01 12:01Z')
    ),
    'and by no later one'
);

select * from finish();
rollback;
