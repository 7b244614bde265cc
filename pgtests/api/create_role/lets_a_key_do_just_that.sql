\ir ../../_setup.psql
select plan(4);

select tests.given_tenant('acme') as acme \gset
select tests.given_key(:'acme') as owner, tests.given_key(:'acme', 'shipping') as shipping \gset
set local role howdah_api;
select is(
    tests.code(tests.call(:'shipping', 'list_queues')), '403 IA403',
    'before there is the role its key may nothing'
);

select is(
    (tests.call(:'owner', 'create_role', '{"name": "shipping", "permissions": ["queue.read"]}')).body::jsonb,
    '{"name": "shipping", "description": "", "permissions": ["queue.read"], "is_builtin": false}',
    'the role is shown'
);
select is(tests.code(tests.call(:'shipping', 'list_queues')), '200', 'its key may what it says');
select is(tests.code(tests.call(:'shipping', 'list_roles')), '403 IA403', 'and nothing else');

select * from finish();
rollback;
