\ir ../../_setup.psql
select plan(3);

set local role queue_engine;

select (pulse.tick('queue', 1)).tick_id as queue_tick, (pulse.tick('event', 1)).tick_id as event_tick \gset

select is((pulse.latest_tick('queue')).tick_id, :queue_tick::bigint, 'the newest tick of one log');
select is((pulse.latest_tick('event')).tick_id, :event_tick::bigint, 'is not that of another');
select is((pulse.get_tick('event', :queue_tick)).tick_id, null, 'get_tick() gives no tick of another log');

select * from finish();
rollback;
