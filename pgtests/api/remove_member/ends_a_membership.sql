\ir ../../_setup.psql
select plan(3);

select tests.given_tenant('acme') as acme \gset
select tests.given_key(:'acme') as owner, tests.given_key(:'acme', 'people') as people \gset
set local role howdah_api;
select tests.call(:'owner', 'create_role', '{"name": "people", "permissions": ["member.write", "member.read"]}') as created \gset
select jsonb_build_object('user_id', (tests.call(:'owner', 'add_member', '{"email": "ada@example.org", "role": "owner"}')).body::jsonb ->> 'user_id') as ada \gset

select throws_ok(
    format('select tests.call(%L, ''remove_member'', %L)', :'people', :'ada'), 'IA403', null,
    'nobody removes those who have more'
);
select is(tests.code(tests.call(:'owner', 'remove_member', :'ada')), '204', 'an owner removes anybody');
select throws_ok(
    format('select tests.call(%L, ''remove_member'', %L)', :'owner', :'ada'), 'TE404', null, 'once'
);

select * from finish();
rollback;
