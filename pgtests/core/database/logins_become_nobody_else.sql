\ir ../../_setup.psql
select plan(3);

select is_empty(
    $$
    select m.roleid::regrole
    from pg_auth_members as m
    where m.member in ('howdah_api'::regrole, 'howdah_worker'::regrole, 'howdah_listen'::regrole, 'howdah_monitor'::regrole)
    $$,
    'no login is a member of any role'
);
select is_empty(
    $$
    select r.rolname
    from pg_roles as r
    where r.rolname ~ '^howdah_(api|worker|listen|monitor)$'
        and (r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolbypassrls or r.rolreplication)
    $$,
    'none has a right over the cluster'
);
select is_empty(
    $$select r.rolname from pg_roles as r where r.rolname ~ '_(owner|engine)$' and (r.rolcanlogin or r.rolbypassrls or r.rolsuper)$$,
    'no owner logs in or passes by row-level security'
);

select * from finish();
rollback;
