\ir ../../_setup.psql
select plan(1);

set local role queue_engine;
select pulse.defer_rings() as deferred \gset

select is(pulse.rings(), null, 'a transaction that adds no work rings for nothing');

select * from finish();
rollback;
