\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
insert into queue.cancellation (tenant_id, job_id, attempt) values (:'acme', :job_id, 1);
set local role howdah_worker;

select is(
    queue.settle(:page_id, :'lease_id', tests.result(:job_id, 'failed')), null,
    'nothing comes back'
);

reset role;
select is(tests.state_of(:job_id), 'cancelled', 'a job that was cancelled as it was handed out is not attempted again');

select * from finish();
rollback;
