\ir ../_setup.psql
select plan(3);

select functions_are(
    'tenancy',
    array[
        'create_tenant', 'list_tenants', 'state_of', 'suspended_tenants', 'set_state', 'get_tenant', 'rename_tenant', 'list_members',
        'put_member', 'get_member', 'remove_member'
    ],
    'tenancy gives these functions and no others'
);
select results_eq(
    $$
    select r.rolname::text collate "default", array_agg(p.proname::text collate "default" order by p.proname)
    from pg_proc as p
        inner join pg_roles as r on has_function_privilege(r.oid, p.oid, 'execute')
    where p.pronamespace = 'tenancy'::regnamespace
        and r.rolname ~ '_(owner|engine|api|worker|listen|monitor)$'
        and r.rolname !~ '^tenancy_'
    group by r.rolname
    order by r.rolname
    $$,
    $$
    values
    ('api_owner', '{create_tenant,get_member,get_tenant,list_members,list_tenants,put_member,remove_member,rename_tenant,set_state}'::text[]),
    ('iam_engine', '{create_tenant,state_of}'::text[]),
    ('queue_engine', '{state_of,suspended_tenants}'::text[])
    $$,
    'each service may do what it needs'
);
select is_empty(
    $$
    select r.rolname, c.relname
    from pg_class as c
        cross join pg_roles as r
    where c.relnamespace = 'tenancy'::regnamespace
        and c.relkind in ('r', 'p', 'v')
        and r.rolname ~ '_(owner|engine|api|worker|listen|monitor)$'
        and r.rolname !~ '^tenancy_'
        and has_table_privilege(r.oid, c.oid, 'select, insert, update, delete, truncate')
    $$,
    'and nobody else may touch a table'
);

select * from finish();
rollback;
