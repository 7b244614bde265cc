\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme, tests.given_handler('note') as handler \gset
select tests.as_tenant(:'acme') as context, tests.given_job(kind => 'note') as job_id \gset
select tests.given_page(array[:job_id::bigint]) as page_id \gset
select tests.given_lease(:page_id) as lease_id \gset
set local role howdah_worker;
select queue.perform(:page_id, :'lease_id', array[:job_id::bigint]) as performed \gset

select is(queue.perform(:page_id, :'lease_id', array[:job_id::bigint]), 0, 'a second call settles nothing');

reset role;
select is((select count(*) from tests.note), 1::bigint, 'and leaves no second effect');
select is(tests.state_of(:job_id), 'succeeded', 'the job stays as it was');

select * from finish();
rollback;
