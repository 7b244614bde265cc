\ir ../../_setup.psql
select plan(3);

select tests.given_key(tests.given_tenant('acme'), 'owner') as owner \gset
set local role howdah_api;

select is(
    tests.code(tests.call(:'owner', 'create_tenant', '{"slug": "x", "name": "X"}')), '403 IA403',
    'an owner makes no tenant'
);
select is(tests.code(tests.call(:'owner', 'list_tenants')), '403 IA403', 'sees no other');
select is(
    tests.code(tests.call(:'owner', 'set_tenant_state', jsonb_build_object('tenant_id', core_id, 'state', 'suspended'))),
    '403 IA403',
    'and suspends none'
) from (values ('00000000-0000-0000-0000-000000000000')) as v (core_id);

select * from finish();
rollback;
