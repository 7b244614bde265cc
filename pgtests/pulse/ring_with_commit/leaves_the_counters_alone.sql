\ir ../../_setup.psql
select plan(3);

set local role pulse_owner;
select pulse.ring('queue') as before \gset
select is(pulse.ring_with_commit('queue'), null, 'nothing while nobody sleeps');
select pulse.arm('queue') as sleeper \gset
select is(
    pulse.ring_with_commit('queue'), pg_sequence_last_value('pulse.queue_armed'), 'the number of the sleeper'
);
select ok(pulse.sleepers('queue') is not null, 'who counts as asleep until the bell rings');

select * from finish();
rollback;
