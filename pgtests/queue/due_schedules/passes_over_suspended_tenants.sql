\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule(next_fire_at => '2030-01-01 02:00Z') as schedule_id \gset
select tests.given_tenant('globex') as globex \gset
select tests.as_tenant(:'globex') as context \gset
select tests.given_schedule(next_fire_at => '2030-01-01 02:00Z') as other_id \gset
select tenancy.set_state(:'acme', 'suspended') as suspended \gset
set local role howdah_worker;

select results_eq('select schedule_id from queue.due_schedules()', array[:'other_id']::uuid[], 'others go on');
select results_eq(
    format('select s.due_at, s.next_fire_at from tests.schedule(%L) as s', :'schedule_id'),
    $$values (timestamptz '2030-01-01 12:10Z', timestamptz '2030-01-01 02:00Z')$$,
    'what it misses is not forgotten, and looked at again in ten minutes'
);

select * from finish();
rollback;
