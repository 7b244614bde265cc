\ir ../../_setup.psql
select plan(2);

set local role queue_engine;
select pulse.arm('queue') as sleeper, pulse.defer_rings() as deferred \gset

select pulse.announce('queue') as announced \gset

select is(pulse.rings(), '{queue,queue:1}'::text[], 'the topic is handed back, with whom the commit wakes');
select ok(pulse.ring('queue'), 'the sleeper is still asleep');

select * from finish();
rollback;
