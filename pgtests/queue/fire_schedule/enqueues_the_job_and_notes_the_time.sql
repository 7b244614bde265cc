\ir ../../_setup.psql
select plan(4);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule(next_fire_at => '2030-01-01 12:00Z', payload => '{"a": 1}') as schedule_id \gset
set local role howdah_worker;

select job_id, lateness from tests.fire(:'schedule_id', '{2030-01-01 12:00Z}', until => '2030-01-01 12:00Z') \gset
select is(:'lateness'::interval, interval '0', 'it is not late');
reset role;
select results_eq(
    'select tenant_id, job_id, kind::text, queue::text, payload, priority, is_announced from queue.job',
    format(
        $$values (%L::uuid, %s::bigint, 'test.work', 'default', '{"a": 1}'::jsonb, 2::smallint, true)$$, :'acme', :'job_id'
    ),
    'the job is as the schedule says'
);
select results_eq(
    'select tenant_id, schedule_id, fire_at, missed_since, fired_at, job_id from queue.firing',
    format(
        $$
        values (
            %L::uuid, %L::uuid, timestamptz '2030-01-01 12:00Z', null::timestamptz, timestamptz '2030-01-01 12:00Z', %s::bigint
        )
        $$, :'acme', :'schedule_id', :'job_id'
    ),
    'what fired is on record'
);
select results_eq(
    format('select s.handled_until, s.next_fire_at, s.due_at, s.last_fire_at, s.note from tests.schedule(%L) as s', :'schedule_id'),
    $$
    values (
        timestamptz '2030-01-01 12:00Z', timestamptz '2030-02-01 00:00Z', timestamptz '2030-01-02 12:00Z',
        timestamptz '2030-01-01 12:00Z', null
    )
    $$,
    'it waits for the next time, and is looked at once a day meanwhile'
);

select * from finish();
rollback;
