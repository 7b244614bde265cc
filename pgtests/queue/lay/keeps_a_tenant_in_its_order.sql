\ir ../../_setup.psql
select plan(1);

select tests.given_tenant('one') as one, tests.given_tenant('two') as two \gset
select tests.as_tenant(:'one') as context \gset
select tests.given_job() from generate_series(1, 20) \g /dev/null
select tests.as_tenant(:'two') as context \gset
select tests.given_job() from generate_series(1, 10) \g /dev/null
select tests.lay() as laid \gset

select results_eq(
    format($$select c.job_id from queue.claim('{default}', 'test', 100) as c where c.tenant_id = %L$$, :'one'),
    format($$select job_id from queue.job where tenant_id = %L order by job_id$$, :'one'),
    'the jobs of a tenant come in the order of their numbers'
);

select * from finish();
rollback;
