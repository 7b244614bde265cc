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
    ('tenancy.suspended_tenants', 'queue_engine'),
    ('iam.authenticate', 'gateway_owner'),
    ('iam.create_first_api_key', 'api_owner'),
    ('queue.claim', 'howdah_worker'),
    ('queue.claim_slices', 'howdah_worker'),
    ('queue.complete', 'howdah_worker'),
    ('queue.depth', 'queue_owner'),
    ('queue.derive_state', 'queue_owner'),
    ('queue.due_schedules', 'howdah_worker'),
    ('queue.enter', 'howdah_worker'),
    ('queue.expire_forgotten', 'queue_owner'),
    ('queue.fire_schedule', 'howdah_worker'),
    ('queue.has_latest_turn', 'queue_owner'),
    ('queue.has_open_job', 'queue_owner'),
    ('queue.has_open_page', 'queue_owner'),
    ('queue.has_open_timer', 'queue_owner'),
    ('queue.has_unfinished_batch', 'queue_owner'),
    ('queue.heartbeat', 'howdah_worker'),
    ('queue.latest_turn', 'queue_owner'),
    ('queue.list_all_blocked_keys', 'api_owner'),
    ('queue.list_blocked_keys', 'api_owner'),
    ('queue.list_pages', 'api_owner'),
    ('queue.list_workers', 'api_owner'),
    ('queue.locate_job', 'api_owner'),
    ('queue.metrics', 'ops_owner'),
    ('queue.needs_job_between', 'queue_owner'),
    ('queue.open', 'queue_owner'),
    ('queue.perform', 'howdah_worker'),
    ('queue.recheck_schedules', 'api_owner'),
    ('queue.refuse_schedule', 'howdah_worker'),
    ('queue.renew_gates', 'queue_owner'),
    ('queue.renew_turn', 'queue_owner'),
    ('queue.report', 'howdah_worker'),
    ('queue.rest', 'howdah_worker'),
    ('queue.rest_schedules', 'howdah_worker'),
    ('queue.ring', 'howdah_worker'),
    ('queue.running', 'queue_owner'),
    ('queue.schedule_metrics', 'ops_owner'),
    ('queue.settle', 'howdah_worker'),
    ('queue.shares_after', 'queue_owner'),
    ('queue.statistic_metrics', 'ops_owner'),
    ('queue.statistics', 'api_owner'),
    ('queue.statistics', 'queue_owner'),
    ('queue.take_back', 'api_owner'),
    ('queue.tally_of', 'queue_owner'),
    ('queue.waiting_tenants', 'api_owner'),
    ('queue.waiting_tenants', 'queue_owner'),
    ('queue.waits_at_gate', 'queue_owner'),
    ('queue.waits_in_backlog', 'queue_owner'),
    ('queue.write_share', 'queue_owner'),
    ('event.announce_job_ends', 'queue_owner'),
    ('event.read', 'api_owner')
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
        'queue.admit', 'queue.announce_ends', 'queue.attempt_of', 'queue.backoff', 'queue.blocked_lots',
        'queue.bucket_fills_at', 'queue.bucket_of', 'queue.call_handler', 'queue.cancelled_in',
        'queue.check_gate', 'queue.check_lease', 'queue.count_ends', 'queue.count_final', 'queue.count_parked',
        'queue.cut', 'queue.cut_lots', 'queue.cut_timers', 'queue.deal', 'queue.deal_some',
        'queue.drop_cancelled', 'queue.end_page', 'queue.end_tag', 'queue.ended_before',
        'queue.enqueue_follow_up', 'queue.expire_leases', 'queue.expire_page', 'queue.fill',
        'queue.fill_at_once', 'queue.fill_page', 'queue.find_page', 'queue.find_tenant', 'queue.fits_at_once',
        'queue.floor_after', 'queue.freed_at', 'queue.fresh_entries', 'queue.fresh_lots', 'queue.fresh_timers',
        'queue.gate_of', 'queue.gates_after', 'queue.has_dependents', 'queue.has_ended',
        'queue.has_expired_lease', 'queue.has_fresh_attempts', 'queue.has_job_between', 'queue.has_work',
        'queue.is_ahead', 'queue.is_any_announced', 'queue.is_blocked', 'queue.is_cancelled', 'queue.is_cut',
        'queue.is_settled', 'queue.jobs_in', 'queue.judge', 'queue.last_outcome', 'queue.latest_tally',
        'queue.lay', 'queue.lay_one', 'queue.leased_until', 'queue.let_in', 'queue.let_out', 'queue.limit_of',
        'queue.line_up', 'queue.line_up_limited', 'queue.line_up_ordered', 'queue.live_pages',
        'queue.lock_turns', 'queue.look_again', 'queue.look_at', 'queue.look_at_gates', 'queue.look_at_needs',
        'queue.look_at_others', 'queue.look_at_suspended', 'queue.may_skip_timers', 'queue.next_due',
        'queue.next_parked', 'queue.next_parts', 'queue.note_success', 'queue.note_successes',
        'queue.open_gate', 'queue.opens_at', 'queue.order_of_priorities', 'queue.page_lock', 'queue.park',
        'queue.park_attempt', 'queue.park_rest', 'queue.pass', 'queue.pass_queue', 'queue.perform_work',
        'queue.quantile', 'queue.read_results', 'queue.recent_ends', 'queue.record_outcomes',
        'queue.record_successes', 'queue.refuse_lots', 'queue.release', 'queue.room_at', 'queue.room_in',
        'queue.rule_for', 'queue.running_page', 'queue.size_of', 'queue.slice', 'queue.start_tag',
        'queue.store_gate', 'queue.store_page', 'queue.store_turn', 'queue.summarize', 'queue.take',
        'queue.tally_batch', 'queue.tally_batches', 'queue.trace_of', 'queue.unblock', 'queue.under_rule',
        'queue.view_blocked', 'queue.wake_dependents', 'queue.wake_gate', 'queue.weight_of',
        'queue.why_cancelled', 'queue.without', 'queue.without_gone', 'queue.work_in',
        'event.has_fresh_events', 'event.next_tick', 'event.parse_position', 'event.present_position',
        'event.read_interval', 'event.read_ticks', 'event.to_json'
    ],
    'these are for the engine itself'
);

select * from finish();
rollback;
