\ir ../../_setup.psql
select plan(2);

set local role queue_engine;
select pulse.arm('queue') as sleeper, pulse.defer_rings() as deferred \gset

select pulse.announce('queue') as announced \gset

select is(pulse.rings(), '{queue}'::text[], 'the topic is handed back');
select ok(pulse.ring('queue'), 'the sleeper is still asleep');

select * from finish();
rollback;
