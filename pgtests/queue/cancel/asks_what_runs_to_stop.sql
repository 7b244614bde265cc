\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset

set local role api_owner;
select is((queue.cancel(:job_id)).state, 'running', 'a worker has it, and goes on until it hears');
reset role;
set local role howdah_worker;
select is(
    (queue.heartbeat(:page_id, :'lease_id')).stop, array[:job_id::bigint], 'it hears with its next heartbeat at the latest'
);
select queue.settle(:page_id, :'lease_id', tests.result(:job_id, 'failed')) as topics \gset
reset role;
select is(tests.state_of(:job_id), 'cancelled', 'no other attempt follows');

select * from finish();
rollback;
