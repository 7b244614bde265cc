\ir ../../_setup.psql
select plan(2);

select
    tests.given_tenant('acme') as acme, tests.given_tenant('globex') as globex, core.new_id() as ada \gset
select tests.as_tenant(:'acme') as context, tenancy.put_member(:'ada', 'reader') as put \gset
set local role api_owner;

select is((tenancy.get_member(:'ada')).role::text, 'reader', 'a member is known');
select tests.as_tenant(:'globex') as context \gset
select is((tenancy.get_member(:'ada')).role::text, null, 'elsewhere the same user is none');

select * from finish();
rollback;
