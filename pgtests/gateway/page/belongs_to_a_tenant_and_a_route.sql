\ir ../../_setup.psql
select plan(3);

select
    tests.given_tenant('acme') as acme, tests.given_tenant('globex') as globex,
    tests.given_number_routes() as given \gset
select
    tests.given_key(:'acme') as secret, tests.given_key(:'acme', 'reader') as colleague,
    tests.given_key(:'globex') as other \gset
set local role howdah_api;
select jsonb_build_object('cursor', tests.next_cursor(tests.call(:'secret', 'list_numbers', '{"limit": 2}'))) as query \gset

select throws_ok(
    format('select tests.call(%L, ''list_numbers'', %L)', :'other', :'query'), 'WG422', null,
    'not to another tenant'
);
select throws_ok(
    format('select tests.call(%L, ''list_other_numbers'', %L)', :'secret', :'query'), 'WG422', null,
    'nor to another route'
);
select lives_ok(
    format('select tests.call(%L, ''list_numbers'', %L)', :'colleague', :'query'),
    'but to all in the tenant'
);

select * from finish();
rollback;
