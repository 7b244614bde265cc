\ir ../../_setup.psql
select plan(4);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;

select is(queue.settle(:page_id, :'lease_id'), null, 'nothing is left to do, nobody to wake');

reset role;
select results_eq(
    format($$select settled_at, is_expired from queue.settlement where page_id = %s$$, :page_id),
    $$values (timestamptz '2026-01-01 12:00Z', false)$$,
    'the end of the page is noted'
);
select results_eq(
    format($$select state, size from queue.outcome where job_id = %s$$, :job_id), $$values ('succeeded', 1::smallint)$$,
    'one row says what became of jobs that follow each other'
);
select is(tests.state_of(:job_id), 'succeeded', 'the job has succeeded');

select * from finish();
rollback;
