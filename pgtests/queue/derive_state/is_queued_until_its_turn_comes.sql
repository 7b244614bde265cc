\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_job() as job_id \gset

select is(tests.state_of(:job_id), 'queued', 'a job that was accepted is queued');
select tests.given_waiting(array[:job_id::bigint]) as page_id \gset
select is(tests.state_of(:job_id), 'queued', 'and stays so until its turn comes');

select * from finish();
rollback;
