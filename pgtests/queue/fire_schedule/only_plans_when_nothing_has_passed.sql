\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule(next_fire_at => '2030-01-01 12:00Z', payload => '{"a": 1}') as schedule_id \gset
set local role howdah_worker;

select is_empty(format($$select from tests.fire(%L, '{}', '2030-01-01 12:30Z')$$, :'schedule_id'), 'no job');
select is((tests.schedule(:'schedule_id')).due_at, timestamptz '2030-01-01 12:30Z', 'but it is known when the next comes');

select * from finish();
rollback;
