\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_dead() as dead, tests.given_job() as waiting, tests.given_job() as cancelled \gset
select tests.given_tenant('two') as two \gset
select tests.as_tenant(:'two') as context, tests.given_dead() as theirs \gset
select tests.as_tenant(:'acme') as context, queue.cancel(:cancelled) as done \g /dev/null
set local role api_owner;

select is(queue.purge_all(array[:dead, :waiting, :cancelled, :theirs]::bigint[]), 2, 'two have ended');
select results_eq('select job_id from queue.list_jobs(null, 10)', array[:waiting::bigint], 'the other is still there');
select tests.as_tenant(:'two') as context \gset
select results_eq('select job_id from queue.list_jobs(null, 10)', array[:theirs::bigint], 'that of another tenant too');

select * from finish();
rollback;
