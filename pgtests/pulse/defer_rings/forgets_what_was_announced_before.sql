\ir ../../_setup.psql
select plan(1);

set local role queue_engine;
select pulse.defer_rings() as deferred, pulse.announce('queue') as announced \gset

select pulse.defer_rings() as deferred \gset

select is(pulse.rings(), null, 'a caller rings for what is announced from now on');

select * from finish();
rollback;
