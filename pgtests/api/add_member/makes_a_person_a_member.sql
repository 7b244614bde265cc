\ir ../../_setup.psql
select plan(3);

select tests.given_key(tests.given_tenant('acme')) as owner \gset
set local role howdah_api;

select (tests.call(:'owner', 'add_member', '{"email": "ada@example.org", "role": "member", "name": "Ada"}')).body::jsonb as added \gset
select is(
    :'added'::jsonb - '{user_id,joined_at}'::text[],
    '{"email": "ada@example.org", "role": "member", "name": "Ada"}', 'the member is shown'
);
select is(
    (tests.call(:'owner', 'list_members')).body::jsonb -> 'items',
    jsonb_build_array(:'added'::jsonb), 'and listed'
);
select throws_ok(
    format($$select tests.call(%L, 'add_member', '{"email": "ADA@example.org", "role": "reader"}')$$, :'owner'),
    'TE409', null,
    'nobody joins twice'
);

select * from finish();
rollback;
