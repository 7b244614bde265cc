\ir ../../_setup.psql
select plan(2);

set local role queue_engine;

select (pulse.tick('queue', 42)).tick_id as tick_id \gset

select is((pulse.get_tick('queue', :tick_id)).last_id, 42::bigint, 'tick() keeps the number it was given');
select is((pulse.tick('queue', null)).last_id, 0::bigint, 'a log that gave no number yet is at 0');

select * from finish();
rollback;
