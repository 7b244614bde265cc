\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select
    tests.given_schedule('missed', next_fire_at => '2030-01-01 02:00Z') as missed,
    tests.given_schedule('later', next_fire_at => '2030-01-02 02:00Z') as later \gset
select tenancy.set_state(:'acme', 'suspended') as suspended \gset
set local role howdah_worker;
select is_empty('select from queue.due_schedules()', 'a suspended tenant fires nothing');
reset role;
select tenancy.set_state(:'acme', 'active') as active \gset
set local role api_owner;
select queue.recheck_schedules(:'acme') as rechecked \gset
reset role;
set local role howdah_worker;

select results_eq('select schedule_id from queue.due_schedules()', array[:'missed']::uuid[], 'what it missed is due at once');

select * from finish();
rollback;
