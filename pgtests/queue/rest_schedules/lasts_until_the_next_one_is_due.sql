\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
set local role howdah_worker;
select is(queue.rest_schedules(), interval '1 second', 'a second when there is none');
reset role;
select tests.given_schedule('a', next_fire_at => '2030-01-01 12:00:00.3Z') as a \gset
set local role howdah_worker;
select is(queue.rest_schedules(), interval '0.3 seconds', 'less when one comes');
reset role;
select tests.given_schedule('b', next_fire_at => '2029-12-01 00:00Z') as b \gset
set local role howdah_worker;
select is(queue.rest_schedules(), interval '0', 'nothing when one is due');

select * from finish();
rollback;
