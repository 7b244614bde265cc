\ir ../../_setup.psql
select plan(5);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule() as schedule_id, tests.given_schedule('other') as other_id \gset
set local role api_owner;

select throws_ok(format('select queue.change_schedule(%L, cron => %L)', :'schedule_id', '0 0 30 2 *'), 'QU422', null, 'no expression');
select throws_ok(format('select queue.change_schedule(%L, time_zone => %L)', :'schedule_id', 'CEST'), 'QU422', null, 'no zone');
select throws_ok(format('select queue.change_schedule(%L, queue => %L)', :'schedule_id', 'nowhere'), 'QU422', null, 'no queue');
select throws_ok(format('select queue.change_schedule(%L, name => %L)', :'schedule_id', 'other'), 'QU409', null, 'a taken name');
select lives_ok(format('select queue.change_schedule(%L, name => %L)', :'schedule_id', 'nightly'), 'but its own it may keep');

select * from finish();
rollback;
