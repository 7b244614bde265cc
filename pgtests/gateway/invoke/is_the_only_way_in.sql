\ir ../../_setup.psql
select plan(5);

select tests.given_tenant() as acme \gset
set local role howdah_api;
select set_config('howdah.tenant_id', :'acme', true) as spoofed \gset

select throws_ok('select * from tenancy.tenant', '42501', null, 'a spoofed tenant reads no table');
select throws_ok('select tenancy.get_tenant()', '42501', null, 'and calls no service');
select throws_ok('select api.get_tenant()', '42501', null, 'nor an endpoint past the gateway');
select throws_ok('select core.tenant_id()', '42501', null, 'nor asks for the context');
select throws_ok(
    format($$select gateway.keep_answer('k', 1, '', 200::smallint, '')$$), '42501', null,
    'nor writes an answer'
);

select * from finish();
rollback;
