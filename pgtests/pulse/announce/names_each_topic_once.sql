\ir ../../_setup.psql
select plan(1);

set local role queue_engine;
select pulse.defer_rings() as deferred \gset

select pulse.announce('queue'), pulse.announce('event'), pulse.announce('queue') \g /dev/null

select is(pulse.rings(), '{queue,event}'::text[], 'each topic stands in the list once');

select * from finish();
rollback;
