\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset

select results_eq(
    format($$select state, attempt, finished_at from queue.get_job(%s)$$, :job_id),
    $$values ('running', 1::smallint, null::timestamptz)$$,
    'a worker has it'
);

select * from finish();
rollback;
