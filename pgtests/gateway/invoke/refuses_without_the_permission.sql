\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select
    tests.given_key(:'acme', 'reader') as reader,
    tests.given_greet_route(permission => 'greeting.write') as given \gset
set local role howdah_api;

select is(
    tests.code(tests.call(:'reader', 'greet', '{"name": "Ada"}')), '403 IA403',
    'a reader greets nobody'
);
reset role;
select is_empty('select name from tests.greeting', 'and nobody was greeted');

select * from finish();
rollback;
