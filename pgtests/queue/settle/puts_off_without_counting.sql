\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job(attempt => 20) \gset
set local role howdah_worker;
select queue.settle(:page_id, :'lease_id', tests.result(:job_id, 'snoozed', 60)) as topics \gset

reset role;
select results_eq(
    format($$select attempt, due_at from queue.timer where job_id = %s$$, :job_id),
    $$values (20::smallint, timestamptz '2026-01-01 12:01Z')$$,
    'a job that was put off comes back for the same attempt, also for its last'
);
select is(tests.state_of(:job_id), 'scheduled', 'it waits for its time');

select * from finish();
rollback;
