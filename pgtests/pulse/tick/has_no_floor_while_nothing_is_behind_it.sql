\ir ../../_setup.psql
select plan(1);

set local role queue_engine;
select (pulse.tick('queue', 10)).tick_id as tick_id \gset

select is(
    (pulse.tick('queue', 20)).floor_id, 0::bigint,
    'a floor waits until all that ran at an earlier tick has ended'
);

select * from finish();
rollback;
