\ir ../../_setup.psql
select plan(4);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_dead() as dead, tests.given_job(run_at => now() + '1 hour') as later \gset
select job_id as running from tests.given_running_job() \gset
set local role api_owner;

select results_eq($$select job_id from queue.list_jobs(null, 10, state => 'dead')$$, array[:dead::bigint], 'dead');
select results_eq($$select job_id from queue.list_jobs(null, 10, state => 'scheduled')$$, array[:later::bigint], 'scheduled');
select results_eq($$select job_id from queue.list_jobs(null, 10, state => 'running')$$, array[:running::bigint], 'running');
select is_empty($$select from queue.list_jobs(null, 10, state => 'cancelled')$$, 'and none');

select * from finish();
rollback;
