\ir ../../_setup.psql
select plan(1);

select pg_current_xact_id() as own \gset
set local role queue_engine;

select is(
    (pulse.tick('queue', 1)).barrier_xid, null,
    'a transaction that got its number before the log was asked for its last one is no barrier'
);

select * from finish();
rollback;
