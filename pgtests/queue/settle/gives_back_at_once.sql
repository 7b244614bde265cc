\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;
select queue.settle(:page_id, :'lease_id', tests.result(:job_id, 'released')) as topics \gset

reset role;
select results_eq(
    format($$select attempt, due_at from queue.timer where job_id = %s$$, :job_id),
    $$values (1::smallint, timestamptz '2026-01-01 12:00Z')$$,
    'a job that was given back is due now, for the same attempt'
);
select is(tests.state_of(:job_id), 'queued', 'as if it had never been claimed');

select * from finish();
rollback;
