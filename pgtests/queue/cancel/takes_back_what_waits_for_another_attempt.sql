\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;
select queue.settle(:page_id, :'lease_id', tests.result(:job_id, 'failed')) as topics \gset
reset role;
set local role api_owner;

select is((queue.cancel(:job_id)).state, 'cancelled', 'a job that failed and would come back');

reset role;
select tests.given_waiting(array[:job_id::bigint], 2) as next_page \gset
set local role howdah_worker;
select is_empty($$select from queue.claim('{default}', 'test')$$, 'does not come back');

select * from finish();
rollback;
