-- An engine sees the rows of every tenant. So its functions are named here one by one, with those
-- who may call them: this list is all that can reach across tenants.
\ir ../_setup.psql
select plan(2);

select set_eq(
    $$
    select f.name, c.role
    from tests.function as f
        inner join tests.caller as c on c.function_id = f.function_id
    where f.owner ~ '_engine$'
    $$,
    $$
    values
    ('tenancy.create_tenant', 'api_owner'),
    ('tenancy.create_tenant', 'iam_engine'),
    ('tenancy.list_tenants', 'api_owner'),
    ('tenancy.set_state', 'api_owner'),
    ('tenancy.state_of', 'iam_engine'),
    ('tenancy.state_of', 'queue_engine'),
    ('iam.authenticate', 'gateway_owner'),
    ('iam.create_first_api_key', 'api_owner'),
    ('queue.claim', 'howdah_worker'),
    ('queue.rest', 'howdah_worker'),
    ('queue.heartbeat', 'howdah_worker'),
    ('queue.enter', 'howdah_worker'),
    ('queue.complete', 'howdah_worker'),
    ('queue.perform', 'howdah_worker'),
    ('queue.settle', 'howdah_worker'),
    ('queue.ring', 'howdah_worker'),
    ('queue.rest_schedules', 'howdah_worker'),
    ('queue.due_schedules', 'howdah_worker'),
    ('queue.fire_schedule', 'howdah_worker'),
    ('queue.refuse_schedule', 'howdah_worker'),
    ('queue.recheck_schedules', 'api_owner'),
    ('queue.schedule_metrics', 'ops_owner'),
    ('queue.metrics', 'ops_owner'),
    ('queue.depth', 'queue_owner'),
    ('queue.derive_state', 'queue_owner'),
    ('queue.expire_forgotten_leases', 'queue_owner'),
    ('queue.lower_hints', 'queue_owner'),
    ('event.read', 'api_owner'),
    ('event.announce_job_ends', 'queue_owner')
    $$,
    'these functions of engines are for others, and for no one else'
);
select set_eq(
    $$
    select f.name
    from tests.function as f
    where f.owner ~ '_engine$' and not exists (select from tests.caller as c where c.function_id = f.function_id)
    $$,
    array[
        'iam.bootstrap_operator_key',
        'queue.announce_ends', 'queue.announce_succeeded', 'queue.backoff', 'queue.check_lease', 'queue.cut',
        'queue.cut_page', 'queue.drop_cancelled', 'queue.expire_leases', 'queue.expire_page', 'queue.fresh_attempts',
        'queue.fresh_jobs', 'queue.fresh_timers', 'queue.has_fresh_attempts', 'queue.has_work', 'queue.hint',
        'queue.is_settled', 'queue.jobs_of_page', 'queue.judge', 'queue.last_attempt', 'queue.last_timer',
        'queue.lay_pages', 'queue.lease_page', 'queue.leased_until', 'queue.lock_cutting', 'queue.may_be_cancelled',
        'queue.note_success', 'queue.page_lock', 'queue.perform_one', 'queue.read_results', 'queue.record_outcomes',
        'queue.take_page',
        'event.has_fresh_events', 'event.next_tick', 'event.parse_position', 'event.present_position',
        'event.read_interval', 'event.read_ticks', 'event.to_json'
    ],
    'these are for the engine itself'
);

select * from finish();
rollback;
