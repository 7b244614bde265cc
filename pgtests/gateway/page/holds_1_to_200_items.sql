\ir ../../_setup.psql
select plan(4);

select tests.given_tenant() as acme, tests.given_number_routes() as given \gset
select tests.given_key(:'acme') as secret \gset
set local role howdah_api;

select throws_ok(
    format($$select tests.call(%L, 'list_numbers', '{"limit": 0}')$$, :'secret'), '23514', null,
    'not 0'
);
select throws_ok(
    format($$select tests.call(%L, 'list_numbers', '{"limit": 201}')$$, :'secret'), '23514', null,
    'not 201'
);
select throws_ok(
    format($$select tests.call(%L, 'list_numbers', '{"limit": "all"}')$$, :'secret'), '22P02', null,
    'not all'
);
select lives_ok(format($$select tests.call(%L, 'list_numbers', '{"limit": 200}')$$, :'secret'), 'but 200');

select * from finish();
rollback;
