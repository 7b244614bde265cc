\ir ../../_setup.psql
select plan(4);

select tests.given_tenant('acme') as acme \gset
select tests.given_tenant('globex') as globex \gset
select tests.as_tenant(:'acme');
set local role howdah_worker;
select demo.record_activity(event_id => 7, event_name => 'push') as done \gset

reset role;
set local role demo_owner;
select tests.as_tenant(:'globex');
select is_empty(
    $$select from demo.activity$$,
    'even the owner of the table sees nothing of another tenant'
);
select throws_ok(
    format($$insert into demo.activity (tenant_id, event_id, event_name) values (%L, 8, 'push')$$, :'acme'),
    '42501', null, 'even the owner of the table writes nothing for another tenant'
);
select tests.as_tenant(null);
select is_empty($$select from demo.activity$$, 'without a tenant there are no rows');

reset role;
set local role howdah_worker;
select throws_ok(
    $$select from demo.activity$$,
    '42501', null, 'a handler reaches the table through functions alone'
);

select * from finish();
rollback;
