\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret, tenancy.set_state(:'acme', 'suspended') as suspended \gset

set local role howdah_api;
select is(tests.code(tests.call(:'secret', 'get_tenant')), '403 TE403', 'while it is suspended');
set local role api_owner;
select tenancy.set_state(:'acme', 'active') as active \gset
set local role howdah_api;
select is(tests.code(tests.call(:'secret', 'get_tenant')), '200', 'no longer');

select * from finish();
rollback;
