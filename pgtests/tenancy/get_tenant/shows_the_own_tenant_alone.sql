\ir ../../_setup.psql
select plan(3);

select tests.given_tenant('acme') as acme, tests.given_tenant('globex') as globex \gset
set local role api_owner;

select is((tenancy.get_tenant()).tenant_id, null, 'without a context there is none');
select tests.as_tenant(:'acme') as context \gset
select is((tenancy.get_tenant()).slug::text, 'acme', 'one sees itself');
select tests.as_tenant(:'globex') as context \gset
select is((tenancy.get_tenant()).slug::text, 'globex', 'the other itself');

select * from finish();
rollback;
