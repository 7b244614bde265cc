\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
select tests.at(core.now() + interval '31 seconds') as at \gset
set local role howdah_worker;

select count(*) as claimed from queue.claim('{default}', 'test') \gset

reset role;
select is(tests.state_of(:job_id), 'retrying', 'who finds nothing to do looks after those who are gone');

select * from finish();
rollback;
