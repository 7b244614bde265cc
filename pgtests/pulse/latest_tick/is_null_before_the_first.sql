\ir ../../_setup.psql
select plan(1);

set local role queue_engine;

select is((pulse.latest_tick('queue')).tick_id, null, 'a log that was never cut has no tick');

select * from finish();
rollback;
