\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job(attempt => 20) \gset
set local role howdah_worker;

select is(
    queue.settle(:page_id, :'lease_id', tests.result(:job_id, 'failed')), null,
    'there is nothing to come back'
);

reset role;
select is(tests.state_of(:job_id), 'dead', 'a job that failed as often as its queue allows is dead');
select is_empty(format($$select from queue.timer where job_id = %s$$, :job_id), 'no timer brings it back');

select * from finish();
rollback;
