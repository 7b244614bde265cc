\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule(next_fire_at => '2030-01-01 12:00Z', payload => '{"a": 1}') as schedule_id \gset
set local role howdah_worker;

select is_empty(
    format($$select from tests.fire(%L, '{2030-01-01 12:01Z}', '2030-01-01 12:02Z')$$, :'schedule_id'), 'not before its time'
);
select throws_ok(
    format($$select tests.fire(%L, '{2030-01-01 12:01Z}', '2030-01-01 12:02Z', '2030-01-01 12:01Z')$$, :'schedule_id'),
    'QU409', null, 'the clock of the database counts, not that of a worker'
);
select throws_ok(
    format($$select tests.fire(%L, '{2030-01-01 12:00Z}', '2030-01-01 12:00Z')$$, :'schedule_id'), '23514', null,
    'and the next time comes after all that is handled'
);

select * from finish();
rollback;
