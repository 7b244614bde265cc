\ir ../_setup.psql
select plan(3);

select results_eq(
    $$
    select r.rolname::text collate "default", array_agg(p.proname::text collate "default" order by p.proname)
    from pg_proc as p
        inner join pg_roles as r on has_function_privilege(r.oid, p.oid, 'execute')
    where p.pronamespace = 'event'::regnamespace
        and r.rolname in ('api_owner', 'queue_owner', 'ops_owner')
    group by r.rolname
    order by r.rolname
    $$,
    $$
    values
    ('api_owner', '{create_rule,delete_rule,emit,get_event,list_events,list_rules,read}'::text[]),
    ('ops_owner', '{maintain}'::text[]),
    ('queue_owner', '{announce_job_ends}'::text[])
    $$,
    'these functions are for others'
);
select is_empty(
    $$
    select r.rolname, p.proname
    from pg_proc as p
        inner join pg_roles as r on has_function_privilege(r.oid, p.oid, 'execute')
    where p.pronamespace = 'event'::regnamespace
        and r.rolname in ('howdah_api', 'howdah_worker', 'howdah_listen', 'howdah_monitor', 'gateway_owner')
    $$,
    'and for nobody else'
);
select is_empty(
    $$
    select r.rolname, c.relname
    from pg_class as c
        cross join pg_roles as r
    where c.relnamespace = 'event'::regnamespace
        and c.relkind in ('r', 'p')
        and r.rolname in ('howdah_api', 'howdah_worker', 'api_owner', 'queue_owner', 'queue_engine', 'ops_owner')
        and has_table_privilege(r.oid, c.oid, 'select, insert, update, delete, truncate')
    $$,
    'nobody else may touch a table'
);

select * from finish();
rollback;
