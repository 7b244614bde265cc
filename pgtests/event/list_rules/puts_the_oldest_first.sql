\ir ../../_setup.psql
select plan(2);

select tests.given_tenant('acme') as acme, tests.given_tenant('other') as other \gset
select tests.as_tenant(:'other') as context \gset
set local role api_owner;
select event.create_rule('*', 'spy') as rule \gset
reset role;
select tests.as_tenant(:'acme') as context \gset
insert into event.rule (tenant_id, rule_id, event_type, kind)
values
(:'acme', '00000000-0000-7000-8000-000000000002', 'b', 'b'),
(:'acme', '00000000-0000-7000-8000-000000000001', 'a', 'a'),
(:'acme', '00000000-0000-7000-8000-000000000003', 'c', 'c');
set local role api_owner;

select results_eq(
    'select event_type from event.list_rules(null, 2)', array['a', 'b'],
    'the rules of the tenant, in the order of their ids'
);
select results_eq(
    $$select event_type from event.list_rules('00000000-0000-7000-8000-000000000002', 2)$$, array['c'],
    'and what lies behind one'
);

select * from finish();
rollback;
