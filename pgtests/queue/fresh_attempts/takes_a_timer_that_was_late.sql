\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_job(run_at => '2100-01-01 12:00Z') as job_id \gset

select results_eq(
    format(
        $$select job_id from queue.fresh_attempts(%L, %L)$$,
        tests.tick('running', '2100-01-01 12:01Z'), tests.tick('finished', '2100-01-01 12:02Z')
    ),
    array[:job_id::bigint],
    'a timer that came into sight after its time is found then'
);
select results_eq(
    format(
        $$select job_id from queue.fresh_attempts(%L, %L)$$,
        tests.tick('unborn', '2100-01-01 12:01Z'), tests.tick('finished', '2100-01-01 12:02Z')
    ),
    array[:job_id::bigint],
    'also when it was written after its time'
);

select * from finish();
rollback;
