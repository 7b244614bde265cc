\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule(next_fire_at => '2030-01-01 12:00Z', payload => '{"a": 1}') as schedule_id \gset
set local role howdah_worker;

select tests.fire(:'schedule_id', '{2030-01-01 12:00Z}') as fired \gset
reset role;
update queue.schedule set handled_until = '2029-12-31 12:00Z', next_fire_at = '2030-01-01 12:00Z';
set local role howdah_worker;

select is_empty(
    format($$select from tests.fire(%L, '{2030-01-01 12:00Z}')$$, :'schedule_id'), 'the record knows that it fired'
);
reset role;
select is((select count(*) from queue.job), 1::bigint, 'and no second job is enqueued');

select * from finish();
rollback;
