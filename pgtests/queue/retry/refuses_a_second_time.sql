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

select throws_ok(format('select queue.retry(%s)', :job_id), 'QU409', null, 'it is on its way back');

select * from finish();
rollback;
