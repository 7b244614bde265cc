\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_job() as other_job \gset
select tests.given_page(array[:other_job::bigint]) as other_page \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;
select queue.settle(:page_id, :'lease_id', tests.result(:other_job, 'dead')) as topics \gset

reset role;
select is(tests.state_of(:other_job), 'running', 'a lease says nothing about the jobs of another page');
select is(tests.state_of(:job_id), 'succeeded', 'only about those of its own');

select * from finish();
rollback;
