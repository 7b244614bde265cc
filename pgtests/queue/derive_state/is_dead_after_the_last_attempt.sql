\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job(max_attempts => 1) \gset
set local role howdah_worker;
select queue.settle(:page_id, :'lease_id', tests.result(:job_id, 'failed')) as topics \gset

reset role;
select results_eq(
    format($$select state, error ->> 'message', due_at, finished_at from queue.get_job(%s)$$, :job_id),
    $$values ('dead', 'it went wrong', null::timestamptz, timestamptz '2026-01-01 12:00Z')$$,
    'it says why, and when it ended'
);

select * from finish();
rollback;
