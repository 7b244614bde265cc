\ir ../_setup.psql
-- The whole of what a stolen password is good for, besides what everybody may call.
select plan(1);

select set_eq(
    $$select c.role, c.name from tests.caller as c where c.role ~ '^howdah_'$$,
    $$
    values
    ('howdah_api', 'gateway.catalogue'),
    ('howdah_api', 'gateway.follow'),
    ('howdah_api', 'gateway.invoke'),
    ('howdah_api', 'gateway.metrics'),
    ('howdah_api', 'gateway.ready'),
    ('howdah_api', 'gateway.ring'),
    ('howdah_worker', 'ops.maintain'),
    ('howdah_worker', 'ops.metrics'),
    ('howdah_worker', 'queue.claim'),
    ('howdah_worker', 'queue.claim_slices'),
    ('howdah_worker', 'queue.complete'),
    ('howdah_worker', 'queue.due_schedules'),
    ('howdah_worker', 'queue.enter'),
    ('howdah_worker', 'queue.fire_schedule'),
    ('howdah_worker', 'queue.firing_of'),
    ('howdah_worker', 'queue.heartbeat'),
    ('howdah_worker', 'queue.perform'),
    ('howdah_worker', 'queue.refuse_schedule'),
    ('howdah_worker', 'queue.report'),
    ('howdah_worker', 'queue.rest'),
    ('howdah_worker', 'queue.rest_schedules'),
    ('howdah_worker', 'queue.ring'),
    ('howdah_worker', 'queue.settle'),
    ('howdah_worker', 'demo.record_activity'),
    ('howdah_monitor', 'ops.metrics')
    $$,
    'each login calls what it is for; the one that listens calls nothing'
);

select * from finish();
rollback;
