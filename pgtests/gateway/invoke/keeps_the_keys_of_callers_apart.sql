\ir ../../_setup.psql
select plan(3);

select
    tests.given_tenant('acme') as acme, tests.given_tenant('globex') as globex,
    tests.given_greet_route() as given \gset
select
    tests.given_key(:'acme') as ada, tests.given_key(:'acme') as bob,
    tests.given_key(:'globex') as eve \gset
set local role howdah_api;
select tests.call(:'ada', 'greet', '{"name": "Ada"}', 'key') as first \gset

select is(
    (tests.call(:'bob', 'greet', '{"name": "Bob"}', 'key')).body, '"Bob, glad, 1"',
    'another key of the tenant'
);
select is(
    (tests.call(:'eve', 'greet', '{"name": "Eve"}', 'key')).body, '"Eve, glad, 1"',
    'and another tenant begin anew'
);
select is(
    (tests.call(:'ada', 'greet', '{"name": "Ada"}', 'key')).body, '"Ada, glad, 1"',
    'each finds its own answer'
);

select * from finish();
rollback;
