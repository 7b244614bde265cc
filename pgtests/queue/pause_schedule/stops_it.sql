\ir ../../_setup.psql
select plan(4);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule(next_fire_at => '2030-01-01 11:59Z') as schedule_id \gset
set local role api_owner;

select is((queue.pause_schedule(:'schedule_id')).is_paused, true, 'it is paused');
select is((queue.pause_schedule(:'schedule_id')).is_paused, true, 'again is no error');
reset role;
set local role howdah_worker;
select is_empty('select from queue.due_schedules()', 'no worker gets it, even though it was due');
select throws_ok(
    format($$select tests.fire(%L, '{2030-01-01 11:59Z}')$$, :'schedule_id'), 'QU409', null, 'nor fires it who has it'
);

select * from finish();
rollback;
