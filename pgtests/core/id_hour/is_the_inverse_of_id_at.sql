\ir ../../_setup.psql
select plan(2);

select results_eq(
    $$select core.id_hour(core.id_at(h)) from generate_series('2026-01-01 00:00Z'::timestamptz, '2026-01-03 00:00Z', '1 hour') as h$$,
    $$select h from generate_series('2026-01-01 00:00Z'::timestamptz, '2026-01-03 00:00Z', '1 hour') as h$$,
    'every hour comes back from its number'
);
select is(
    core.id_hour(core.id_at('2026-01-01 12:00Z') + 34359738367), '2026-01-01 12:00Z'::timestamptz,
    'the last number of an hour belongs to it'
);

select * from finish();
rollback;
