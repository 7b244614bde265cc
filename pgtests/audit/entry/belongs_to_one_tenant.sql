\ir ../../_setup.psql
select plan(2);

select tests.given_tenant('acme') as acme, tests.given_tenant('globex') as globex \gset
select tests.as_tenant(:'acme') as context, audit.record('launch') as recorded \gset
set local role audit_owner;

select tests.as_tenant(:'globex') as context \gset
select is_empty('select e.action from audit.entry as e', 'another tenant sees none of it');
select throws_ok(
    format($$insert into audit.entry (tenant_id, action, status) values (%L, 'launch', 200)$$, :'acme'),
    '42501', null,
    'nor writes any'
);

select * from finish();
rollback;
