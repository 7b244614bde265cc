\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme, tests.given_greet_route(is_public => true) as given \gset
select tests.given_key(:'acme') as secret, tenancy.set_state(:'acme', 'suspended') as suspended \gset

set local role howdah_api;
select is(
    tests.code(tests.call(:'secret', 'greet', '{"name": "Ada"}', 'key')), '201',
    'it is answered as anybody is'
);

reset role;
select is(core.tenant_id(), null, 'in no tenant');
select is_empty(
    format('select from audit.entry where tenant_id = %L', :'acme'), 'nothing is done in its name'
);

select * from finish();
rollback;
