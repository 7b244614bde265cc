\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule('a', next_fire_at => '2030-01-02 02:00Z') as schedule_id \gset
set local role api_owner;
select queue.pause_schedule(:'schedule_id') as paused \gset
reset role;
select tests.at('2030-01-10 12:00Z') as at \gset
set local role api_owner;

select is((queue.resume_schedule(:'schedule_id')).is_paused, false, 'it goes on');
select is((queue.resume_schedule(:'schedule_id')).is_paused, false, 'again is no error');
reset role;
set local role howdah_worker;
select results_eq(
    'select since, until from queue.due_schedules()', $$values (timestamptz '2030-01-10 12:00Z', timestamptz '2030-01-10 12:00Z')$$,
    'what passed while it was paused is not missed'
);

select * from finish();
rollback;
