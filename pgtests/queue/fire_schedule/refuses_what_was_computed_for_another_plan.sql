\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule(next_fire_at => '2030-01-01 12:00Z', payload => '{"a": 1}') as schedule_id \gset
set local role howdah_worker;

select throws_ok(
    format($$select tests.fire(%L, '{2030-01-01 12:00Z}', version => 2)$$, :'schedule_id'), 'QU409', null, 'another version'
);
select tests.fire(:'schedule_id', '{}', '2030-01-01 13:00Z') as planned \g /dev/null
select throws_ok(
    format($$select tests.fire(%L, '{}', '2030-01-01 13:00Z', '2030-01-01 11:59Z')$$, :'schedule_id'), 'QU409', null,
    'an earlier time than it was handled until'
);
select throws_ok(
    format(
        $$select queue.fire_schedule(%L, %L, 1, core.now(), '{}', '2031-01-01')$$, gen_random_uuid(), :'schedule_id'
    ),
    'QU409', null, 'another tenant'
);

select * from finish();
rollback;
