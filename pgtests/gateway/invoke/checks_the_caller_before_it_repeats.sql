\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret, tests.given_greet_route() as given \gset
set local role howdah_api;
select tests.call(:'secret', 'greet', '{"name": "Ada"}', 'key') as first \gset
select is(
    (tests.call(:'secret', 'greet', '{"name": "Ada"}', 'key')).status, 201::smallint,
    'an answer is kept'
);

reset role;
select tests.as_key(:'secret') as context, iam.revoke_api_key(core.principal_id()) as revoked \gset
set local role howdah_api;
select is(
    tests.code(tests.call(:'secret', 'greet', '{"name": "Ada"}', 'key')), '401 IA401',
    'but not for a revoked key'
);

select * from finish();
rollback;
