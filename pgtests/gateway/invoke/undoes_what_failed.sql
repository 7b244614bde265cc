\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret, tests.given_greet_route() as given \gset
set local role howdah_api;

select throws_ok(
    format($$select tests.call(%L, 'greet', '{"name": "nobody"}', 'key')$$, :'secret'), 'XX404',
    null, 'a function refuses'
);
reset role;
select is_empty('select g.name from tests.greeting as g', 'and nothing of what it did stays');

select * from finish();
rollback;
