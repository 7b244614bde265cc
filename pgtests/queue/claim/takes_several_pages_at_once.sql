\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_page(array[tests.given_job(), tests.given_job()]) from generate_series(1, 3) \g /dev/null
set local role howdah_worker;

select results_eq(
    $$select count(*), count(distinct page_id), count(distinct lease_id) from queue.claim('{default}', 'test', 2)$$,
    $$values (4::bigint, 2::bigint, 2::bigint)$$,
    'two pages, each with a lease of its own'
);

select * from finish();
rollback;
