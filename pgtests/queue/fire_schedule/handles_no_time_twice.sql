\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule(missed => 'catch_up', catch_up_limit => 1, next_fire_at => '2030-01-01 11:00Z') as schedule_id \gset
set local role howdah_worker;

select tests.fire(:'schedule_id', '{2030-01-01 11:00Z,2030-01-01 12:00Z}', '2030-01-01 13:00Z') as fired \gset
select is_empty(
    format($$select from tests.fire(%L, '{2030-01-01 11:00Z}', '2030-01-01 13:00Z')$$, :'schedule_id'),
    'also one that was dropped is over'
);
select is(tests.fired(:'schedule_id'), '{2030-01-01 12:00Z}', 'what fired, fired once');

select * from finish();
rollback;
