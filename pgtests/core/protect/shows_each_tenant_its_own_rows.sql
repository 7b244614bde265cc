\ir ../../_setup.psql
select plan(2);

select
    tests.given_protected_table('audit_owner') as given, core.new_id() as acme,
    core.new_id() as globex \gset
insert into tests.thing values (:'acme', 1), (:'globex', 2);
set local role audit_owner;

select tests.as_tenant(:'acme') as context \gset
select results_eq('select t.thing_id from tests.thing as t', 'values (1)', 'one sees its rows');
select tests.as_tenant(:'globex') as context \gset
select results_eq('select t.thing_id from tests.thing as t', 'values (2)', 'the other sees the others');

select * from finish();
rollback;
