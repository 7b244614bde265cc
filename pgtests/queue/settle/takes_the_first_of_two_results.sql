\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;
select queue.settle(
    :page_id, :'lease_id',
    tests.result(:job_id, 'failed', 1) || tests.result(:job_id, 'failed', 2) || tests.result(:job_id, 'dead')
) as topics \gset

reset role;
select is(tests.state_of(:job_id), 'retrying', 'a job ends an attempt once');
select is((select count(*) from queue.timer where job_id = :job_id), 1::bigint, 'and comes back once');

select * from finish();
rollback;
