\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;

select is(queue.perform(:page_id, :'lease_id', array[:job_id::bigint]), 0, 'nothing runs it');

reset role;
select is(
    (select error ->> 'type' from queue.outcome where job_id = :job_id), 'QU404',
    'the job says that there is no function for its kind'
);

select * from finish();
rollback;
