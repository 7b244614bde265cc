\ir ../../_setup.psql
select plan(3);

select
    tests.given_tenant('acme') as acme, tests.given_tenant('globex') as globex, core.new_id() as ada \gset
select tests.as_tenant(:'acme') as context, tenancy.put_member(:'ada', 'reader') as put \gset
set local role api_owner;

select tests.as_tenant(:'globex') as context \gset
select throws_ok(
    format('select tenancy.remove_member(%L)', :'ada'), 'TE404', null, 'not from another tenant'
);
select tests.as_tenant(:'acme') as context \gset
select lives_ok(format('select tenancy.remove_member(%L)', :'ada'), 'from their own');
select throws_ok(format('select tenancy.remove_member(%L)', :'ada'), 'TE404', null, 'and not again');

select * from finish();
rollback;
