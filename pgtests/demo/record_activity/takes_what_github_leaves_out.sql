\ir ../../_setup.psql
select plan(1);

select tests.given_tenant('acme') as acme \gset
select tests.as_tenant(:'acme');

set local role howdah_worker;
select demo.record_activity(event_id => 7, event_name => 'security_advisory') as done \gset

reset role;
select results_eq(
    $$select action, repository, actor, occurred_at from demo.activity where event_id = 7$$,
    $$values (null::text, null::text, null::text, null::timestamptz)$$,
    'a delivery without action, repository, actor and time is recorded without them'
);

select * from finish();
rollback;
