\ir ../_setup.psql
select plan(3);

select functions_are(
    'pulse',
    array[
        'next_id', 'observe', 'present_snapshot', 'latest_tick', 'get_tick', 'tick_after', 'tick', 'arm', 'sleepers', 'ring', 'ring_all',
        'ring_with_commit', 'announce', 'defer_rings', 'hurry', 'wait', 'rings', 'maintain', 'partitions_with_latest_tick'
    ],
    'pulse gives these functions and no others'
);
select results_eq(
    $$
    select r.rolname::text collate "default", array_agg(p.proname::text collate "default" order by p.proname)
    from pg_proc as p
        inner join pg_roles as r on has_function_privilege(r.oid, p.oid, 'execute')
    where p.pronamespace = 'pulse'::regnamespace
        and r.rolname in ('queue_engine', 'event_engine', 'queue_owner', 'event_owner', 'gateway_owner', 'ops_owner')
    group by r.rolname
    order by r.rolname
    $$,
    $$
    values
    ('event_engine', '{announce,arm,defer_rings,get_tick,hurry,latest_tick,next_id,observe,ring,ring_all,rings,tick,tick_after,wait}'::text[]),
    ('event_owner', '{announce,defer_rings,hurry,next_id,ring,ring_all,rings,wait}'::text[]),
    ('gateway_owner', '{announce,defer_rings,hurry,ring,ring_all,rings,wait}'::text[]),
    ('ops_owner', '{maintain}'::text[]),
    ('queue_engine', '{announce,arm,defer_rings,get_tick,hurry,latest_tick,next_id,observe,ring,ring_all,rings,tick,tick_after,wait}'::text[]),
    ('queue_owner', '{announce,defer_rings,hurry,next_id,ring,ring_all,rings,wait}'::text[])
    $$,
    'each service may do what it needs'
);
select is_empty(
    $$
    select r.rolname, p.proname
    from pg_proc as p
        inner join pg_roles as r on has_function_privilege(r.oid, p.oid, 'execute')
    where p.pronamespace = 'pulse'::regnamespace
        and r.rolname in ('howdah_api', 'howdah_worker', 'howdah_listen', 'howdah_monitor', 'api_owner')
    $$,
    'no login may do anything'
);

select * from finish();
rollback;
