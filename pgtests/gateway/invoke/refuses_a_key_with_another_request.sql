\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret, tests.given_greet_route() as given \gset
set local role howdah_api;
select tests.call(:'secret', 'greet', '{"name": "Ada"}', 'key') as first \gset

select throws_ok(
    format($$select tests.call(%L, 'greet', '{"name": "Bob"}', 'key')$$, :'secret'), 'WG422', null,
    'another body'
);
select throws_ok(
    format($$select tests.call(%L, 'create_role', '{"name": "x", "permissions": []}', 'key')$$, :'secret'),
    'WG422', null, 'another route'
);

select * from finish();
rollback;
