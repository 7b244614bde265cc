\ir ../../_setup.psql
select plan(1);

set local role api_owner;

select results_eq(
    'select core.tenant_id(), core.principal_id(), core.request_id()',
    'select null::uuid, null::uuid, null::text',
    'nobody acts, in no tenant, for no request'
);

select * from finish();
rollback;
