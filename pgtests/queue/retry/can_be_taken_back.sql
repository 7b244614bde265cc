\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;
select queue.settle(:page_id, :'lease_id', tests.result(:job_id, 'dead')) as topics \gset
reset role;
set local role api_owner;
select (queue.retry(:job_id)).state as state \gset

select is((queue.cancel(:job_id)).state, 'cancelled', 'a dead job that was brought back can be cancelled');

select * from finish();
rollback;
