\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context, tests.given_job() as job_id \gset
set local role api_owner;

select results_eq(
    format($$select state, attempt, finished_at from queue.cancel(%s)$$, :job_id),
    $$values ('cancelled', 0::smallint, timestamptz '2026-01-01 12:00Z')$$,
    'nobody waits for a worker to come by'
);

select * from finish();
rollback;
