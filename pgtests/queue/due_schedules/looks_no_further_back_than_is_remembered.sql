\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule(next_fire_at => '2028-01-01 02:00Z') as schedule_id \gset
set local role howdah_worker;

select is((select since from queue.due_schedules()), timestamptz '2029-10-03 12:00Z', '90 days');

select * from finish();
rollback;
