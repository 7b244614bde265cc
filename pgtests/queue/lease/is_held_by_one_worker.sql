\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_page(array[tests.given_job()]) as page_id \gset
select tests.given_lease(:page_id) as lease_id \gset

select throws_ok(
    format('select tests.given_lease(%s)', :page_id), '23505', null,
    'a page that is leased is not leased again'
);

select * from finish();
rollback;
