\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret, tests.given_greet_route() as given \gset
select tests.route('greet') as route_id \gset

set local role api_owner;
select gateway.withdraw('POST', '/greetings') as withdrawn \gset
select lives_ok($$select gateway.withdraw('POST', '/greetings')$$, 'again is no error');

set local role howdah_api;
select is(tests.described('greet'), null, 'it is no longer described');
select throws_ok(
    format('select gateway.invoke(%s, tests.digest(%L), ''{}'')', :route_id, :'secret'), 'WG410',
    null, 'and called it is gone'
);

select * from finish();
rollback;
