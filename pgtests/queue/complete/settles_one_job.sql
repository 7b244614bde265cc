\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_job() as one, tests.given_job() as other \gset
select tests.given_page(array[:one, :other]::bigint[]) as page_id \gset
select tests.given_lease(:page_id) as lease_id \gset
set local role howdah_worker;
select queue.complete(:page_id, :'lease_id', :one) as completed \gset

reset role;
select is(tests.state_of(:one), 'succeeded', 'the job has succeeded');
select is(tests.state_of(:other), 'running', 'the others of its page go on');

select * from finish();
rollback;
