\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.given_number_routes() as given \gset
select tests.given_key(:'acme') as secret \gset
set local role howdah_api;

select is(
    tests.numbers(tests.call(:'secret', 'list_numbers', '{"after": 7, "limit": 2}')), '{1,2}',
    'a key that was not signed is passed over'
);
select tests.next_cursor(tests.call(:'secret', 'list_numbers', '{"limit": 2}')) as cursor \gset
select is(
    tests.numbers(tests.call(:'secret', 'list_numbers', format('{"after": 7, "limit": 2, "cursor": %s}', to_json(:'cursor'::text))::jsonb)),
    '{3,4}',
    'beside a cursor too'
);

select * from finish();
rollback;
