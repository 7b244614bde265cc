\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule() as schedule_id \gset

select throws_ok('update queue.schedule set is_paused = true', '23514', null, 'what is paused is not due');
select throws_ok('update queue.schedule set next_fire_at = handled_until', '23514', null, 'what is handled does not come again');

select * from finish();
rollback;
