\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule(missed => 'catch_up', next_fire_at => '2030-01-01 11:58Z') as schedule_id \gset
select tests.given_schedule('other', next_fire_at => '2030-01-01 12:00Z') as other_id \gset
set local role howdah_worker;
select tests.fire(:'schedule_id', '{2030-01-01 11:58Z,2030-01-01 11:59Z,2030-01-01 12:00Z}') as fired \g /dev/null
select tests.fire(:'other_id', '{2030-01-01 12:00Z}') as fired \g /dev/null
reset role;
set local role api_owner;

select results_eq(
    format('select fire_at from queue.list_firings(%L, null, 2)', :'schedule_id'),
    $$values (timestamptz '2030-01-01 12:00Z'), (timestamptz '2030-01-01 11:59Z')$$, 'the newest ones'
);
select firing_id from queue.list_firings(:'schedule_id', null, 2) order by firing_id limit 1 \gset
select results_eq(
    format('select fire_at from queue.list_firings(%L, %s, 2)', :'schedule_id', :firing_id),
    $$values (timestamptz '2030-01-01 11:58Z')$$, 'and those before'
);

select * from finish();
rollback;
