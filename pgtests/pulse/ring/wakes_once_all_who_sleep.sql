\ir ../../_setup.psql
select plan(2);

set local role queue_engine;
select pulse.arm('queue') as first_sleeper, pulse.arm('queue') as second_sleeper \gset

select ok(pulse.ring('queue'), 'the first ring wakes');
select ok(not pulse.ring('queue'), 'the second finds nobody asleep');

select * from finish();
rollback;
