\ir ../../_setup.psql
select plan(1);

set local role queue_engine;
select tests.at('2026-01-01 12:00Z') as at, (pulse.tick('queue', 1)).tick_id as first_tick \gset

select tests.at('2026-01-01 11:00Z') as at \gset

select is(
    (pulse.tick('queue', 1)).ticked_at, timestamptz '2026-01-01 12:00Z',
    'a tick made after the clock went back is as late as the one before'
);

select * from finish();
rollback;
