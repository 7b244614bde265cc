\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job(attempt => 5, max_attempts => 5) \gset
set local role howdah_worker;
select queue.settle(:page_id, :'lease_id', tests.result(:job_id, 'failed')) as topics \gset
reset role;
set local role api_owner;

select is((queue.retry(:job_id)).state, 'retrying', 'a dead job comes back');

reset role;
select results_eq(
    format($$select attempt, due_at from queue.timer where job_id = %s$$, :job_id),
    $$values (6::smallint, timestamptz '2026-01-01 12:00Z')$$,
    'at once, for the attempt that follows'
);
select tests.given_page(array[:job_id::bigint], 6) as next_page \gset
select tests.given_lease(:next_page) as next_lease \gset
set local role howdah_worker;
select queue.settle(:next_page, :'next_lease', tests.result(:job_id, 'failed')) as topics \gset
reset role;
select is(tests.state_of(:job_id), 'dead', 'if that fails too it is dead again');

select * from finish();
rollback;
