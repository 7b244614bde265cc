\ir ../_setup.psql
select plan(4);

select bag_eq(
    $$select c.relname::text from pg_class as c where c.relnamespace = 'queue'::regnamespace and c.relkind = 'v'$$,
    array['job', 'overview', 'tenant_overview'], 'these views are for those who look into the database'
);
select results_eq(
    $$
    select r.rolname::text collate "default", array_agg(distinct p.proname::text collate "default" order by p.proname::text collate "default")
    from pg_proc as p
        inner join pg_roles as r on has_function_privilege(r.oid, p.oid, 'execute')
    where p.pronamespace = 'queue'::regnamespace
        and r.rolname in ('howdah_worker', 'api_owner', 'event_owner', 'event_engine', 'ops_owner')
    group by r.rolname
    order by r.rolname
    $$,
    $$
    values
    (
        'api_owner',
        array[
            'arguments_key', 'cancel', 'change_schedule', 'close_batch', 'create_schedule', 'debounce',
            'define', 'delete_schedule', 'drain', 'drop_retry_rule', 'enqueue', 'enqueue_batch',
            'enqueue_many', 'enqueue_unique', 'firing_of', 'get_batch', 'get_job', 'get_schedule', 'handle',
            'handle_http', 'list_all_blocked_keys', 'list_blocked_keys', 'list_dead', 'list_firings',
            'list_handlers', 'list_jobs', 'list_limits', 'list_pages', 'list_queues', 'list_retry_rules',
            'list_schedules', 'list_shares', 'list_workers', 'locate_job', 'open_batch', 'pause',
            'pause_schedule', 'purge', 'purge_all', 'purge_dead', 'recheck_schedules', 'redrive',
            'redrive_dead', 'resume', 'resume_schedule', 'retry', 'set_limit', 'set_retry_rule',
            'set_share', 'start_batch', 'statistics', 'take_back', 'throttle', 'unhandle', 'waiting_tenants'
        ]
    ),
    (
        'event_engine',
        array[
            'arguments_key', 'close_batch', 'debounce', 'enqueue', 'enqueue_batch', 'enqueue_many',
            'enqueue_unique', 'get_batch', 'open_batch', 'register_hook', 'start_batch', 'throttle'
        ]
    ),
    (
        'event_owner',
        array[
            'arguments_key', 'check_queue', 'close_batch', 'debounce', 'enqueue', 'enqueue_batch',
            'enqueue_many', 'enqueue_unique', 'get_batch', 'open_batch', 'register_hook', 'start_batch',
            'throttle'
        ]
    ),
    (
        'howdah_worker',
        array[
            'claim', 'claim_slices', 'complete', 'due_schedules', 'enter', 'fire_schedule', 'firing_of',
            'heartbeat', 'perform', 'refuse_schedule', 'report', 'rest', 'rest_schedules', 'ring', 'settle'
        ]
    ),
    (
        'ops_owner',
        array[
            'maintain', 'maintain_firings', 'metrics', 'schedule_metrics', 'statistic_metrics'
        ]
    )
    $$,
    'these functions are for others'
);
select is_empty(
    $$
    select r.rolname, p.proname
    from pg_proc as p
        inner join pg_roles as r on has_function_privilege(r.oid, p.oid, 'execute')
    where p.pronamespace = 'queue'::regnamespace
        and r.rolname in ('howdah_api', 'howdah_listen', 'howdah_monitor', 'gateway_owner', 'iam_owner')
    $$,
    'and for nobody else'
);
select is_empty(
    $$
    select r.rolname, c.relname
    from pg_class as c
        cross join pg_roles as r
    where c.relnamespace = 'queue'::regnamespace
        and c.relkind in ('r', 'p')
        and r.rolname in ('howdah_api', 'howdah_worker', 'howdah_listen', 'api_owner', 'event_owner', 'ops_owner')
        and has_table_privilege(r.oid, c.oid, 'select, insert, update, delete, truncate')
    $$,
    'nobody else may touch a table'
);

select * from finish();
rollback;
