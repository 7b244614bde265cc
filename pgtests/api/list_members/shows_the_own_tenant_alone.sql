\ir ../../_setup.psql
select plan(1);

select
    tests.given_key(tests.given_tenant('acme')) as owner,
    tests.given_key(tests.given_tenant('globex')) as other \gset
set local role howdah_api;
select tests.call(:'owner', 'add_member', '{"email": "ada@example.org", "role": "member"}') as added \gset

select is(
    (tests.call(:'other', 'list_members')).body::jsonb -> 'items', '[]',
    'another tenant sees nobody'
);

select * from finish();
rollback;
