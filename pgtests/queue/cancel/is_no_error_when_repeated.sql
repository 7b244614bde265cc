\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_job() as job_id \gset
set local role api_owner;
select (queue.cancel(:job_id)).state as state \gset

select is((queue.cancel(:job_id)).state, 'cancelled', 'cancelled is cancelled');
reset role;
select is((select count(*) from queue.cancellation where job_id = :job_id), 1::bigint, 'and noted once');

select * from finish();
rollback;
