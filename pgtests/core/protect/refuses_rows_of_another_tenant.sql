\ir ../../_setup.psql
select plan(3);

select
    tests.given_protected_table('audit_owner') as given, core.new_id() as acme,
    core.new_id() as globex \gset
insert into tests.thing values (:'acme', 1);
set local role audit_owner;
select tests.as_tenant(:'acme') as context \gset

select throws_ok(
    format('insert into tests.thing values (%L, 2)', :'globex'), '42501', null,
    'no row is put into another tenant'
);
select throws_ok(
    format('update tests.thing set tenant_id = %L', :'globex'), '42501', null, 'no row is moved there'
);
select lives_ok(format('insert into tests.thing values (%L, 2)', :'acme'), 'the own tenant takes it');

select * from finish();
rollback;
