\ir ../../_setup.psql
select plan(1);

select pg_current_xact_id() as own \gset
set local role event_engine;

select (pulse.tick('event', 1)).snapshot as snapshot \gset

select ok(
    not pg_visible_in_snapshot(:'own', :'snapshot'),
    'what the transaction of a tick writes lies behind the tick, whenever it writes it'
);

select * from finish();
rollback;
