\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
select tests.at(core.now() + interval '40 minutes') as at \gset
set local role ops_owner;

select queue.maintain() as maintained \gset

reset role;
select is(tests.state_of(:job_id), 'retrying', 'what no claim has looked for is found');

select * from finish();
rollback;
