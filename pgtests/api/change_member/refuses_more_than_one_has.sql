\ir ../../_setup.psql
select plan(4);

select tests.given_tenant('acme') as acme \gset
select tests.given_key(:'acme') as owner, tests.given_key(:'acme', 'people') as people \gset
set local role howdah_api;
select tests.call(:'owner', 'create_role', '{"name": "people", "permissions": ["member.write", "member.read"]}') as created \gset
select (tests.call(:'owner', 'add_member', '{"email": "ada@example.org", "role": "owner"}')).body::jsonb ->> 'user_id' as ada \gset
select format('select tests.call(%%L, ''change_member'', jsonb_build_object(''user_id'', %L, ''role'', %%L))', :'ada') as change \gset

select throws_ok(
    format(:'change', :'people', 'people'), 'IA403', null, 'nobody takes from those who have more'
);
select lives_ok(format(:'change', :'owner', 'people'), 'an owner does');
select throws_ok(format(:'change', :'people', 'owner'), 'IA403', null, 'nobody gives more than they have');
select throws_ok(
    format($$select tests.call(%L, 'change_member', '{"user_id": "00000000-0000-0000-0000-000000000000", "role": "people"}')$$, :'people'),
    'TE404', null, 'who is no member has no role'
);

select * from finish();
rollback;
