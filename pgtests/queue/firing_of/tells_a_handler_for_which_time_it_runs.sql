\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule(next_fire_at => '2030-01-01 12:00Z', payload => '{"a": 1}') as schedule_id \gset
set local role howdah_worker;
select job_id from tests.fire(:'schedule_id', '{2030-01-01 12:00Z}') \gset

select results_eq(
    format('select schedule_id, fire_at from queue.firing_of(%s)', :job_id),
    format($$values (%L::uuid, timestamptz '2030-01-01 12:00Z')$$, :'schedule_id'), 'by the number of its job'
);
select is(queue.firing_of(7), null, 'nothing for a job that came otherwise');
reset role;
select tests.as_tenant(tests.given_tenant('globex')) as context \gset
set local role howdah_worker;
select is(queue.firing_of(:job_id), null, 'nor for a job of another tenant');

select * from finish();
rollback;
