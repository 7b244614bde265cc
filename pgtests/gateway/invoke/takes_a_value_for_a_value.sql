\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret, tests.given_greet_route() as given \gset
set local role howdah_api;

select is(
    (tests.call(:'secret', 'greet', '{"name": "''); drop table tests.greeting; --"}')).body,
    '"''); drop table tests.greeting; --, glad, 1"', 'SQL in an argument is a text'
);
select is(
    (tests.call(:'secret', 'greet', '{"name": "$1 %I"}')).body, '"$1 %I, glad, 1"',
    'and so are placeholders'
);

select * from finish();
rollback;
