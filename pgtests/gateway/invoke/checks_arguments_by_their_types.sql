\ir ../../_setup.psql
select plan(4);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
set local role howdah_api;

select throws_ok(
    format($$select tests.call(%L, 'create_role', '{"name": "No Slug", "permissions": []}')$$, :'secret'),
    '23514', null, 'a domain checks'
);
select throws_ok(
    format($$select tests.call(%L, 'revoke_api_key', '{"api_key_id": "42"}')$$, :'secret'), '22P02',
    null, 'so does a type'
);
select throws_ok(
    format($$select tests.call(%L, 'create_api_key', '{"name": "x", "role": "reader", "expires_at": "soon"}')$$, :'secret'),
    '22007', null,
    'and a time'
);
select is(
    tests.code(tests.call(:'secret', 'get_tenant', '{"tenant_id": "00000000-0000-0000-0000-000000000000"}')),
    '200',
    'what the function does not take is not given to it'
);

select * from finish();
rollback;
