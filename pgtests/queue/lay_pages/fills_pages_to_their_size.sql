\ir ../../_setup.psql
select plan(2);

select queue.define('small', page_size => 3) as defined, tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_job('small') from generate_series(1, 7) \g /dev/null

select is(tests.lay_pages(), 3::bigint, 'seven jobs fill three pages of three');
select results_eq(
    $$select cardinality(job_ids) from queue.page order by page_id$$, array[3, 3, 1],
    'the last one with what is left'
);

select * from finish();
rollback;
