\ir ../../_setup.psql
select plan(3);

select tests.given_tenant('acme') as acme \gset
select tests.given_key(:'acme') as owner, tests.given_key(:'acme', 'member') as member \gset
set local role howdah_api;

select is(
    (tests.call(:'owner', 'rename_tenant', '{"name": "Acme Inc"}')).body::jsonb ->> 'name',
    'Acme Inc', 'it is shown at once'
);
select is(
    (tests.call(:'member', 'get_tenant')).body::jsonb -> 'version', '2',
    'and to others, as a new version'
);
select is(
    tests.code(tests.call(:'member', 'rename_tenant', '{"name": "Mine"}')), '403 IA403',
    'a member renames nothing'
);

select * from finish();
rollback;
