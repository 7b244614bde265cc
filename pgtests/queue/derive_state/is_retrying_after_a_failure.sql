\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;
select queue.settle(:page_id, :'lease_id', tests.result(:job_id, 'failed', 60)) as topics \gset

reset role;
select results_eq(
    format($$select state, attempt, error ->> 'type', due_at from queue.get_job(%s)$$, :job_id),
    $$values ('retrying', 1::smallint, 'Test', timestamptz '2026-01-01 12:01Z')$$,
    'it says why it failed and when it comes back'
);
select tests.given_waiting(array[:job_id::bigint], 2) as waits \gset
select is(tests.state_of(:job_id), 'retrying', 'it is so until a worker has it again');
select tests.given_page(array[:job_id::bigint], 2) as next_page \gset
select is(tests.state_of(:job_id), 'running', 'then it runs');

select * from finish();
rollback;
