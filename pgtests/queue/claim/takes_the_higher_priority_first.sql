\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_job(priority => 3) as low, tests.given_job(priority => 1) as high \gset
select tests.given_waiting(array[:low::bigint]) as low_page \gset
select tests.given_waiting(array[:high::bigint]) as high_page \gset
set local role howdah_worker;

select results_eq(
    $$select job_id from queue.claim('{default}', 'test', 1)$$, array[:high::bigint],
    'what is urgent goes first'
);
select results_eq(
    $$select job_id from queue.claim('{default}', 'test', 1)$$, array[:low::bigint],
    'then what is not'
);

select * from finish();
rollback;
