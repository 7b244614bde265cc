\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context, tests.given_job(run_at => '2026-01-01 13:00Z') as job_id \gset

select results_eq(
    format($$select state, due_at, attempt from queue.get_job(%s)$$, :job_id),
    $$values ('scheduled', timestamptz '2026-01-01 13:00Z', 0::smallint)$$,
    'a job for later says when'
);
select * from finish();
rollback;
