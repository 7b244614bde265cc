\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule(next_fire_at => '2030-01-01 12:00Z', payload => '{"a": 1}') as schedule_id \gset
set local role howdah_worker;

select is_empty(format($$select from tests.fire(%L, '{}', null)$$, :'schedule_id'), 'a worker finds no further time');
select results_eq(
    format('select s.next_fire_at, s.due_at, s.note from tests.schedule(%L) as s', :'schedule_id'),
    $$values (null::timestamptz, timestamptz '2030-01-02 12:00Z', 'it never fires again')$$,
    'it is asked again tomorrow'
);

select * from finish();
rollback;
