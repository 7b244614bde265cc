\ir ../../_setup.psql
select plan(2);

set local role queue_engine;
select pulse.arm('queue') as sleeper \gset

select pulse.announce('queue') as announced \gset

select ok(not pulse.ring('queue'), 'announce() has rung already');
select is(pulse.rings(), null, 'and leaves nothing to ring');

select * from finish();
rollback;
