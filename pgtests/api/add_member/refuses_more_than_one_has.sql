\ir ../../_setup.psql
select plan(3);

select tests.given_tenant('acme') as acme \gset
select tests.given_key(:'acme') as owner, tests.given_key(:'acme', 'people') as people \gset
set local role howdah_api;
select tests.call(:'owner', 'create_role', '{"name": "people", "permissions": ["member.write", "member.read"]}') as created \gset

select throws_ok(
    format($$select tests.call(%L, 'add_member', '{"email": "eve@example.org", "role": "owner"}')$$, :'people'),
    'IA403', null,
    'who may only add members adds no owner'
);
select throws_ok(
    format($$select tests.call(%L, 'add_member', '{"email": "eve@example.org", "role": "pilot"}')$$, :'people'),
    'IA422', null,
    'nor somebody in a role that is not there'
);
select is(
    tests.code(tests.call(:'people', 'add_member', '{"email": "bob@example.org", "role": "people"}')),
    '201', 'but one like itself'
);

select * from finish();
rollback;
