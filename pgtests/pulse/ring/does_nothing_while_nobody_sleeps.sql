\ir ../../_setup.psql
select plan(1);

set local role queue_engine;
select pulse.ring('queue') as rung \gset

select ok(not pulse.ring('queue'), 'ring() with nobody asleep wakes nobody');

select * from finish();
rollback;
