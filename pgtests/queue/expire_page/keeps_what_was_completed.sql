\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;
select queue.complete(:page_id, :'lease_id', :job_id) as completed, tests.at('2026-01-01 12:00:30Z') as at \gset
reset role;
set local role queue_engine;

select queue.expire_page(:page_id) as expired \gset

reset role;
select is(tests.state_of(:job_id), 'succeeded', 'what was done exactly once is not done again');

select * from finish();
rollback;
