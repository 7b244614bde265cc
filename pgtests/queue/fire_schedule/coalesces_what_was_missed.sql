\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule(next_fire_at => '2029-12-25 02:00Z') as schedule_id \gset
set local role howdah_worker;

select is(
    (select lateness from tests.fire(:'schedule_id', '{2029-12-30 02:00Z,2029-12-31 02:00Z,2030-01-01 02:00Z}')),
    interval '10 hours', 'one job, for the last of the times'
);
reset role;
select results_eq(
    'select fire_at, missed_since from queue.firing',
    $$values (timestamptz '2030-01-01 02:00Z', timestamptz '2029-12-25 02:00Z')$$, 'which stands for all since the first'
);

select * from finish();
rollback;
