\ir ../../_setup.psql
select plan(2);

select tests.given_tenant('acme') as acme, tests.given_tenant('other') as other \gset
select tests.as_tenant(:'other') as context, tests.given_job() as foreign_job \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_job() as a, tests.given_job() as b, tests.given_job() as c \gset
set local role api_owner;

select results_eq(
    'select job_id from queue.list_jobs(null, 2)', array[:c, :b]::bigint[],
    'the newest jobs of the tenant, as many as asked for'
);
select results_eq(
    format('select job_id from queue.list_jobs(%s, 2)', :b), array[:a::bigint],
    'and what lies behind one'
);

select * from finish();
rollback;
