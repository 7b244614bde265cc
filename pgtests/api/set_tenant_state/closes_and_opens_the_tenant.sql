\ir ../../_setup.psql
select plan(4);

select
    tests.given_tenant('acme') as acme,
    tests.given_key(tests.given_tenant('operator'), 'operator') as operator \gset
select tests.given_key(:'acme') as owner \gset
set local role howdah_api;

select tests.call(:'operator', 'set_tenant_state', jsonb_build_object('tenant_id', :'acme', 'state', 'suspended')) as suspended \gset
select is(tests.code(tests.call(:'owner', 'whoami')), '403 TE403', 'its keys open nothing');
select tests.call(:'operator', 'set_tenant_state', jsonb_build_object('tenant_id', :'acme', 'state', 'active')) as active \gset
select is(tests.code(tests.call(:'owner', 'whoami')), '200', 'until it is active again');
select throws_ok(
    format('select tests.call(%L, ''set_tenant_state'', %L)', :'operator', jsonb_build_object('tenant_id', :'acme', 'state', 'asleep')),
    '23514', null, 'there are two states'
);
select throws_ok(
    format('select tests.call(%L, ''set_tenant_state'', %L)', :'operator', '{"tenant_id": "00000000-0000-0000-0000-000000000000", "state": "active"}'),
    'TE404', null, 'a tenant that is not there has none'
);

select * from finish();
rollback;
