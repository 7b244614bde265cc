\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job(attempt => 2, max_attempts => 2) \gset
set local role howdah_worker;
select queue.settle(:page_id, :'lease_id', tests.result(:job_id, 'failed')) as topics \gset

reset role;
select is(tests.state_of(:job_id), 'dead', 'a job may have fewer attempts than its queue gives');

select * from finish();
rollback;
