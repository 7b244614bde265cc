\ir ../../_setup.psql
select plan(3);

select tests.given_tenant('acme') as acme \gset
set local role api_owner;

select throws_ok(
    $$select tenancy.create_tenant('acme', 'Another')$$, 'TE409', null, 'a slug is given once'
);
select throws_ok($$select tenancy.create_tenant('Acme Ltd', 'Acme')$$, '23514', null, 'a name is no slug');
select throws_ok($$select tenancy.create_tenant('initech', '')$$, '23514', null, 'a tenant has a name');

select * from finish();
rollback;
