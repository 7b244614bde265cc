\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context, tests.given_page(array[tests.given_job()]) as page_id \gset

select throws_ok(
    format($$select tests.given_lease(%s, '0')$$, :page_id), '23514', null,
    'a lease lasts'
);

select * from finish();
rollback;
