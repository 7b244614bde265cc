\ir ../_setup.psql
select plan(3);

select functions_are(
    'ops',
    array[
        'register_log', 'log_settings', 'partition_name', 'create_partition', 'maintain_log', 'partition',
        'expired_partitions', 'expired_spans', 'drop_partition', 'drop_expired', 'register_maintenance', 'maintain', 'register_metrics', 'metrics'
    ],
    'ops gives these functions and no others'
);
select results_eq(
    $$
    select r.rolname::text collate "default", array_agg(p.proname::text collate "default" order by p.proname)
    from pg_proc as p
        inner join pg_roles as r on has_function_privilege(r.oid, p.oid, 'execute')
    where p.pronamespace = 'ops'::regnamespace
        and (r.rolname ~ '^howdah_(api|worker|listen|monitor)$' or r.rolname in ('api_owner', 'gateway_owner', 'iam_owner'))
    group by r.rolname
    order by r.rolname
    $$,
    $$
    values
    (
        'gateway_owner',
        '{create_partition,drop_expired,drop_partition,expired_partitions,expired_spans,log_settings,maintain_log,metrics,partition,partition_name,register_log,register_maintenance,register_metrics}'::text[]
    ),
    ('howdah_monitor', '{metrics}'::text[]),
    ('howdah_worker', '{maintain,metrics}'::text[])
    $$,
    'a worker maintains, who watches reads the metrics, and owners of logs partition them'
);
select bag_eq(
    $$select c.relname::text from pg_class as c where c.relnamespace = 'ops'::regnamespace and c.relkind = 'r'$$,
    $$values ('log'), ('maintenance'), ('metric_source')$$,
    'what it knows are logs, maintenance and metrics'
);

select * from finish();
rollback;
