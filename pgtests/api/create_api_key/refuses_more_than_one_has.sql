\ir ../../_setup.psql
select plan(3);

select tests.given_tenant('acme') as acme \gset
select
    tests.given_key(:'acme') as owner, tests.given_key(:'acme', 'member') as member,
    tests.given_key(:'acme', 'smith') as smith \gset
set local role howdah_api;
select tests.call(:'owner', 'create_role', '{"name": "smith", "permissions": ["api_key.write"]}') as created \gset

select is(
    tests.code(tests.call(:'member', 'create_api_key', '{"name": "x", "role": "member"}')),
    '403 IA403', 'a member makes no key'
);
select throws_ok(
    format($$select tests.call(%L, 'create_api_key', '{"name": "x", "role": "owner"}')$$, :'smith'),
    'IA403', null,
    'who makes keys makes none that opens more than its own'
);
select throws_ok(
    format($$select tests.call(%L, 'create_api_key', '{"name": "x", "role": "operator"}')$$, :'owner'),
    'IA403', null,
    'an owner makes no operator'
);

select * from finish();
rollback;
