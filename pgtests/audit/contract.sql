\ir ../_setup.psql
select plan(3);

select functions_are('audit', array['record', 'maintain'], 'audit gives these functions and no others');
select results_eq(
    $$
    select p.proname::text collate "default", array_agg(r.rolname::text collate "default" order by r.rolname)
    from pg_proc as p
        inner join pg_roles as r on has_function_privilege(r.oid, p.oid, 'execute')
    where p.pronamespace = 'audit'::regnamespace
        and r.rolname ~ '_(owner|engine|api|worker|listen|monitor)$'
        and r.rolname <> 'audit_owner'
    group by p.proname
    order by p.proname
    $$,
    $$values ('maintain', '{ops_owner}'::text[]), ('record', '{api_owner,gateway_owner}'::text[])$$,
    'the gateway and the endpoints record; ops maintains'
);
select is_empty(
    $$
    select r.rolname
    from pg_roles as r
    where r.rolname ~ '_(owner|engine|api|worker|listen|monitor)$'
        and r.rolname <> 'audit_owner'
        and has_table_privilege(r.oid, 'audit.entry', 'select, insert, update, delete, truncate')
    $$,
    'nobody else reads or writes an entry'
);

select * from finish();
rollback;
