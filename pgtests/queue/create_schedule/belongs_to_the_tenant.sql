\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select results_eq(
    $$
    select name, cron, time_zone, queue, kind, payload, priority, max_attempts, is_announced, missed, catch_up_limit,
        is_paused, next_fire_at, last_fire_at, note, created_at
    from queue.create_schedule('nightly', '0 2 * * *', 'report.make')
    $$,
    $$
    values (
        'nightly', '0 2 * * *', 'UTC', 'default', 'report.make', '{}'::jsonb, 2::smallint, null::smallint, true, 'coalesce',
        100::smallint, false, null::timestamptz, null::timestamptz, null, timestamptz '2030-01-01 12:00Z'
    )
    $$,
    'a schedule as it is when nothing else is said'
);
reset role;
select results_eq(
    'select tenant_id, due_at, handled_until from queue.schedule',
    format($$values (%L::uuid, timestamptz '2030-01-01 12:00Z', timestamptz '2030-01-01 12:00Z')$$, :'acme'),
    'a worker is to compute when it fires, and times from now on count'
);

select * from finish();
rollback;
