\ir ../../_setup.psql
select plan(4);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule(next_fire_at => '2030-01-02 02:00Z') as schedule_id \gset
set local role api_owner;

select is((queue.change_schedule(:'schedule_id', cron => '0 3 * * *')).next_fire_at, null, 'it is to be computed anew');
select results_eq(
    format('select s.version, s.due_at, s.handled_until from tests.schedule(%L) as s', :'schedule_id'),
    $$values (2, timestamptz '2030-01-01 12:00Z', timestamptz '2030-01-01 12:00Z')$$,
    'at once, and for the times from now on; what was computed before is void'
);
select is((queue.change_schedule(:'schedule_id', time_zone => 'Asia/Tokyo')).next_fire_at, null, 'so with the zone');
select is((tests.schedule(:'schedule_id')).version, 3, 'which counts as well');

select * from finish();
rollback;
