\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset

set local role tenancy_owner;
select is_empty('select t.slug from tenancy.tenant as t', 'even the owner of the table sees none');
set local role api_owner;
select throws_ok(
    'select t.slug from tenancy.tenant as t', '42501', null, 'another service may not even look'
);

select * from finish();
rollback;
