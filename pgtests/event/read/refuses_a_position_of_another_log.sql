\ir ../../_setup.psql
select plan(1);

set local role queue_engine;
select (pulse.tick('queue', 1)).tick_id as tick_id \gset
reset role;
set local role api_owner;

select throws_ok(
    format($$select event.read('{}', '%s-0', 10)$$, :tick_id), 'VE410', null,
    'the ticks of the queue are no positions of the stream'
);

select * from finish();
rollback;
