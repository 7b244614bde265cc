\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_page(array[tests.given_job()]) from generate_series(1, 40) \g /dev/null
select array_agg(page_id order by page_id) as page_ids from queue.page \gset
set local role howdah_worker;

select results_eq(
    $$select page_id from queue.claim('{default}', 'test', 40)$$, :'page_ids'::bigint[],
    'who waits longest goes first'
);

select * from finish();
rollback;
