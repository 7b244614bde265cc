\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;
select queue.settle(:page_id, :'lease_id', tests.result(:job_id, 'failed', 90)) as topics \gset

reset role;
select is(
    (select due_at from queue.timer where job_id = :job_id), timestamptz '2026-01-01 12:01:30Z',
    'a handler that knows how long to wait is believed'
);

select * from finish();
rollback;
