\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule(missed => 'catch_up', catch_up_limit => 2, next_fire_at => '2029-12-30 02:00Z') as schedule_id \gset
set local role howdah_worker;

select results_eq(
    format($$select lateness from tests.fire(%L, '{2029-12-31 02:00Z,2030-01-01 02:00Z,2029-12-30 02:00Z}')$$, :'schedule_id'),
    $$values (interval '34 hours'), (interval '10 hours')$$,
    'as many as it may, the newest ones, in their order'
);
select is(
    tests.fired(:'schedule_id'), '{2029-12-31 02:00Z,2030-01-01 02:00Z}'::timestamptz[], 'a job for each'
);

select * from finish();
rollback;
