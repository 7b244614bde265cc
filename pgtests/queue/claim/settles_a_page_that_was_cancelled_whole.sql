\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_job() as job_id \gset
select tests.given_waiting(array[:job_id::bigint]) as page_id \gset
set local role api_owner;
select queue.cancel(:job_id) as cancelled \gset

reset role;
set local role howdah_worker;
select is_empty($$select from queue.claim('{default}', 'test')$$, 'there is nothing to hand out');
reset role;
select is(tests.state_of(:job_id), 'cancelled', 'and nothing left to settle');

select * from finish();
rollback;
