\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret, tests.given_greet_route() as given \gset
set local role howdah_api;

select throws_ok(
    format($$select tests.call(%L, 'greet', '{"name": "nobody"}', 'key')$$, :'secret'), 'XX404',
    null, 'a request fails'
);
select is(
    tests.code(tests.call(:'secret', 'greet', '{"name": "Ada"}', 'key')), '201',
    'its key is free for a better one'
);

select * from finish();
rollback;
