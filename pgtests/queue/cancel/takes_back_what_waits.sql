\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_job() as fresh, tests.given_job() as cut \gset
select tests.given_job(run_at => core.now() + interval '1 hour') as later \gset
select tests.given_waiting(array[:cut::bigint]) as page_id \gset
set local role api_owner;

select is((queue.cancel(:fresh)).state, 'cancelled', 'a job that was just accepted');
select is((queue.cancel(:cut)).state, 'cancelled', 'a job that waits for its turn');
select is((queue.cancel(:later)).state, 'cancelled', 'a job for later');

select * from finish();
rollback;
