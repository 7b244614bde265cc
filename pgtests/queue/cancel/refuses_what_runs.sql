\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role api_owner;

select throws_ok(format('select queue.cancel(%s)', :job_id), 'QU409', null, 'a worker has it');

select * from finish();
rollback;
