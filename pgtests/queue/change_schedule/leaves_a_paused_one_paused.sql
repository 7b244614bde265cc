\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule() as schedule_id \gset
set local role api_owner;
select queue.pause_schedule(:'schedule_id') as paused \gset

select is((queue.change_schedule(:'schedule_id', cron => '@hourly')).is_paused, true, 'it waits to be resumed');
select is((tests.schedule(:'schedule_id')).due_at, null, 'no worker looks at it');

select * from finish();
rollback;
