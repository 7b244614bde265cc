\ir ../../_setup.psql
select plan(3);

select is(core.id_at('2025-01-01 00:00Z'), 0::bigint, 'numbers begin with 2025');
select is(
    core.id_at('2026-01-01 12:00Z') - core.id_at('2026-01-01 11:00Z'), 34359738368::bigint,
    'an hour holds 2^35 numbers'
);
select is(
    core.id_at('2026-01-01 12:59:59.999Z'), core.id_at('2026-01-01 12:00Z'),
    'the hour lasts to its end'
);

select * from finish();
rollback;
