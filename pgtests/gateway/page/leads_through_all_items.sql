\ir ../../_setup.psql
select plan(4);

select tests.given_tenant() as acme, tests.given_number_routes() as given \gset
select tests.given_key(:'acme') as secret \gset
set local role howdah_api;

select tests.call(:'secret', 'list_numbers', '{"limit": 4}') as first \gset
select is(tests.numbers(:'first'), '{1,2,3,4}', 'the first page');
select tests.call(:'secret', 'list_numbers', jsonb_build_object('limit', 4, 'cursor', tests.next_cursor(:'first'))) as second \gset
select is(tests.numbers(:'second'), '{5,6,7,8}', 'the second');
select tests.call(:'secret', 'list_numbers', jsonb_build_object('limit', 4, 'cursor', tests.next_cursor(:'second'))) as third \gset
select is(tests.numbers(:'third'), '{9,10}', 'the last');
select is(tests.next_cursor(:'third'), null, 'after which there is none');

select * from finish();
rollback;
