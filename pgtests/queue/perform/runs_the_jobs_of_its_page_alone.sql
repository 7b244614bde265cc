\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.given_handler('note') as handler \gset
select tests.as_tenant(:'acme') as context, tests.given_job(kind => 'note') as other_job \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;

select is(queue.perform(:page_id, :'lease_id', array[:other_job::bigint]), 0, 'a job of another page is not run');

select * from finish();
rollback;
