\ir ../../_setup.psql
select plan(1);

select tests.given_tenant('large') as large, tests.given_tenant('small') as small \gset
select queue.define('mail', page_size => 2) as defined \gset
select tests.as_tenant(:'large') as context \gset
select tests.given_job('mail') from generate_series(1, 20) \g /dev/null
select tests.lay() as laid \gset
select count(*) as claimed from queue.claim('{mail}', 'test', 2) \gset
select tests.as_tenant(:'small') as context, tests.given_job('mail') as newcomer \gset
select tests.given_waiting(array[:newcomer::bigint]) as laid \gset

select results_eq(
    $$select job_id from queue.claim('{mail}', 'test', 1)$$, array[:newcomer::bigint],
    'however much another tenant has waiting'
);

select * from finish();
rollback;
