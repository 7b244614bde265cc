\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret, tests.given_greet_route(idempotency => 'none') as given \gset
set local role howdah_api;

select tests.call(:'secret', 'greet', '{"name": "Ada"}', 'key') as first \gset
select is((tests.call(:'secret', 'greet', '{"name": "Ada"}', 'key')).headers, null, 'it runs each time');
reset role;
select is((select count(*) from tests.greeting), 2::bigint, 'and has its effect');

select * from finish();
rollback;
