\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.given_number_routes() as given \gset
select tests.given_key(:'acme') as secret \gset
set local role howdah_api;
select tests.next_cursor(tests.call(:'secret', 'list_numbers', '{"parity": "even", "limit": 2}')) as cursor \gset

select is(
    tests.numbers(tests.call(:'secret', 'list_numbers', jsonb_build_object('parity', 'even', 'limit', 200, 'cursor', :'cursor'))),
    '{6,8,10}', 'with the same filter it goes on, in steps of any size'
);
select throws_ok(
    format('select tests.call(%L, ''list_numbers'', %L)', :'secret', jsonb_build_object('parity', 'odd', 'cursor', :'cursor')),
    'WG422', null, 'with another it does not'
);

select * from finish();
rollback;
