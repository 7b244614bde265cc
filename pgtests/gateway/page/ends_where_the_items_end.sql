\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme, tests.given_number_routes() as given \gset
select tests.given_key(:'acme') as secret \gset
set local role howdah_api;

select is(
    tests.next_cursor(tests.call(:'secret', 'list_numbers', '{"limit": 10}')), null,
    'a page that holds just all is the last'
);
select isnt(
    tests.next_cursor(tests.call(:'secret', 'list_numbers', '{"limit": 9}')), null,
    'one that leaves one out is not'
);
select is(
    tests.numbers(tests.call(:'secret', 'list_numbers', '{}')),
    array[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 'a page holds 50 unless told'
);

select * from finish();
rollback;
