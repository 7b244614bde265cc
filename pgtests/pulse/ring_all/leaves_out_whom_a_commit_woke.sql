\ir ../../_setup.psql
select plan(4);

set local role queue_engine;
select pulse.arm('queue') as first_sleeper, pulse.arm('queue') as second_sleeper \gset
select lives_ok($$select pulse.ring_all('{queue,queue:1,kitchen,queue:x}')$$, 'it rings for who lay down since');
select ok(not pulse.ring('queue'), 'nobody is left asleep');
select pulse.arm('queue') as third_sleeper \gset
reset role;
select pulse.sleepers('queue') as woken \gset
set local role queue_engine;
select ok(not pulse.ring('queue', :woken), 'who was woken is not woken again');
select ok(not pulse.ring('queue'), 'and counts as awake');

select * from finish();
rollback;
