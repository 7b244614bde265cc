\ir ../../_setup.psql
select plan(4);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select queue.define('brief') as defined \gset
select tests.given_schedule('a', next_fire_at => '2030-01-01 12:00Z', queue => 'brief') as schedule_id \gset
select tests.given_queue_that_goes('brief') as gone \gset
set local role howdah_worker;

select is_empty(format($$select from tests.fire(%L, '{2030-01-01 12:00Z}')$$, :'schedule_id'), 'the others of the transaction go on');
select results_eq(
    format('select s.handled_until, s.next_fire_at, s.due_at, s.note from tests.schedule(%L) as s', :'schedule_id'),
    $$
    values (
        timestamptz '2030-01-01 11:59:59Z', timestamptz '2030-01-01 12:00Z', timestamptz '2030-01-01 12:01Z',
        'there is no queue ''brief'''
    )
    $$,
    'it is tried again in a minute, and its note says why'
);
reset role;
select queue.define('brief') as defined, tests.at('2030-01-01 12:01Z') as at \gset
set local role howdah_worker;
select isnt_empty(format($$select from tests.fire(%L, '{2030-01-01 12:00Z}')$$, :'schedule_id'), 'then it fires');
select is((tests.schedule(:'schedule_id')).note, null, 'and all is well');

select * from finish();
rollback;
