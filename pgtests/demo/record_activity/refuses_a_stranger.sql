\ir ../../_setup.psql
select plan(3);

select tests.given_tenant('acme') as acme \gset

set local role howdah_worker;
select throws_ok(
    $$select demo.record_activity(event_id => 7, event_name => 'push')$$,
    '42501', null, 'without a tenant nothing is recorded'
);

reset role;
select tests.as_tenant(:'acme');
set local role howdah_api;
select throws_ok(
    $$select demo.record_activity(event_id => 7, event_name => 'push')$$,
    '42501', null, 'the API process may not record'
);

reset role;
set local role gateway_owner;
select throws_ok(
    $$select demo.record_activity(event_id => 7, event_name => 'push')$$,
    '42501', null, 'no endpoint can record'
);

select * from finish();
rollback;
