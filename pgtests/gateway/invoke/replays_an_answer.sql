\ir ../../_setup.psql
select plan(4);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret, tests.given_greet_route() as given \gset
set local role howdah_api;

select is(
    (tests.call(:'secret', 'greet', '{"name": "Ada"}', 'key')).headers, null,
    'the first time it runs'
);
select is(
    tests.call(:'secret', 'greet', '{"name": "Ada"}', 'key'),
    row(201::smallint, '"Ada, glad, 1"', '{"Idempotency-Replayed": "true"}', null)::gateway.reply,
    'the second time the answer is repeated'
);
select is(
    (tests.call(:'secret', 'greet', '{"name": "Ada"}', 'other key')).headers, null,
    'another key runs again'
);
reset role;
select is((select count(*) from tests.greeting), 2::bigint, 'one effect for each key');

select * from finish();
rollback;
