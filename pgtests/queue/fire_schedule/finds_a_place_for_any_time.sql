\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.at('2031-06-15 12:00Z') as at \gset
select tests.given_schedule(missed => 'catch_up', next_fire_at => '2031-05-01 02:00Z') as schedule_id \gset
set local role howdah_worker;

select tests.fire(:'schedule_id', '{2031-05-01 02:00Z,2031-06-15 02:00Z}', '2031-06-16 02:00Z') as fired \g /dev/null
select is(
    tests.fired(:'schedule_id'), '{2031-05-01 02:00Z,2031-06-15 02:00Z}'::timestamptz[],
    'also in weeks that maintenance has not seen'
);

select * from finish();
rollback;
