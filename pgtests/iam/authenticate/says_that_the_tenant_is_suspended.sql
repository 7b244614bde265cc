\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret, tenancy.set_state(:'acme', 'suspended') as suspended \gset
set local role gateway_owner;

select is(
    (iam.authenticate(tests.digest(:'secret'))).is_suspended, true,
    'who calls is known, and may do nothing'
);

select * from finish();
rollback;
