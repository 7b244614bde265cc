\ir ../../_setup.psql
select plan(2);

set local role queue_engine;
select (pulse.tick('queue', 1)).tick_id as first_tick \gset
select (pulse.tick('event', 1)).tick_id as other_tick \gset
select (pulse.tick('queue', 1)).tick_id as second_tick \gset
select (pulse.tick('queue', 1)).tick_id as third_tick \gset

select is((pulse.tick_after('queue', :first_tick)).tick_id, :second_tick::bigint, 'the next one is next');
select is((pulse.tick_after('queue', :third_tick)).tick_id, null, 'nothing follows the newest');

select * from finish();
rollback;
