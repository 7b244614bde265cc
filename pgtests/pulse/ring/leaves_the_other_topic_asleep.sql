\ir ../../_setup.psql
select plan(2);

set local role queue_engine;
select pulse.ring('queue') as rung, pulse.arm('event') as sleeper \gset

select ok(not pulse.ring('queue'), 'a sleeper on one topic is not woken by the other');
select ok(pulse.ring('event'), 'but by its own');

select * from finish();
rollback;
