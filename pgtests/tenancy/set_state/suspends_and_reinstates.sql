\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
set local role api_owner;

select results_eq(
    format($$select t.state, t.version from tenancy.set_state(%L, 'suspended') as t$$, :'acme'),
    $$values ('suspended'::text, 2)$$, 'a tenant is suspended'
);
set local role iam_engine;
select is(tenancy.state_of(:'acme'), 'suspended', 'who checks credentials learns of it');
set local role api_owner;
select is((tenancy.set_state(:'acme', 'active')).state, 'active', 'and it is active again');

select * from finish();
rollback;
