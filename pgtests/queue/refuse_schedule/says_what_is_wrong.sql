\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule(next_fire_at => '2030-01-01 12:00Z', payload => '{"a": 1}') as schedule_id \gset
set local role howdah_worker;

select queue.refuse_schedule(tests.tenant_of(:'schedule_id'), :'schedule_id', 1, 'no such zone here') as refused \gset
select results_eq(
    format('select s.next_fire_at, s.due_at, s.note from tests.schedule(%L) as s', :'schedule_id'),
    $$values (null::timestamptz, timestamptz '2030-01-01 13:00Z', 'no such zone here')$$,
    'its owner can read it, and it is tried again after an hour'
);
select queue.refuse_schedule(tests.tenant_of(:'schedule_id'), :'schedule_id', 2, 'another') as refused \gset
select is((tests.schedule(:'schedule_id')).note, 'no such zone here', 'nothing is said of a version that is not');

select * from finish();
rollback;
