\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;
select queue.complete(:page_id, :'lease_id', :job_id) as completed \gset

select queue.settle(:page_id, :'lease_id', tests.result(:job_id, 'failed')) as topics \gset

reset role;
select is(tests.state_of(:job_id), 'succeeded', 'a job that was completed has succeeded, whatever is said of it later');
select is_empty(format($$select from queue.timer where job_id = %s$$, :job_id), 'it does not come back');

select * from finish();
rollback;
