\ir ../../_setup.psql
select plan(2);

select tests.given_tenant('acme') as acme \gset
select tests.as_tenant(:'acme');
set local role howdah_worker;
select demo.record_activity(event_id => 7, event_name => 'push', actor => 'coyote') as first_run \gset

select lives_ok(
    $$select demo.record_activity(event_id => 7, event_name => 'push', actor => 'coyote')$$,
    'a job that runs again is no error'
);

reset role;
select results_eq(
    $$select event_id from demo.activity$$,
    $$values (7::bigint)$$,
    'a job that runs again counts once'
);

select * from finish();
rollback;
