\ir ../_setup.psql
select plan(3);

select functions_are(
    'iam',
    array[
        'authenticate', 'allows', 'permissions_of', 'own_permissions', 'check_permissions_grantable',
        'check_grantable', 'create_api_key', 'list_api_keys', 'revoke_api_key', 'create_first_api_key',
        'bootstrap_operator_key', 'declare_permission', 'list_permissions', 'list_roles', 'create_role',
        'delete_role', 'ensure_user', 'get_users'
    ],
    'iam gives these functions and no others'
);
select results_eq(
    $$
    select r.rolname::text collate "default", array_agg(p.proname::text collate "default" order by p.proname)
    from pg_proc as p
        inner join pg_roles as r on has_function_privilege(r.oid, p.oid, 'execute')
    where p.pronamespace = 'iam'::regnamespace
        and r.rolname ~ '_(owner|engine|api|worker|listen|monitor)$'
        and r.rolname !~ '^iam_'
    group by r.rolname
    order by r.rolname
    $$,
    $$
    values
    (
        'api_owner',
        '{allows,check_grantable,check_permissions_grantable,create_api_key,create_first_api_key,create_role,delete_role,ensure_user,get_users,list_api_keys,list_permissions,list_roles,own_permissions,permissions_of,revoke_api_key}'::text[]
    ),
    ('gateway_owner', '{allows,authenticate,declare_permission}'::text[])
    $$,
    'the gateway asks who calls, the endpoints do the rest'
);
select is_empty(
    $$
    select r.rolname, c.relname
    from pg_class as c
        cross join pg_roles as r
    where c.relnamespace = 'iam'::regnamespace
        and c.relkind in ('r', 'p', 'v')
        and r.rolname ~ '_(owner|engine|api|worker|listen|monitor)$'
        and r.rolname !~ '^iam_'
        and has_table_privilege(r.oid, c.oid, 'select, insert, update, delete, truncate')
    $$,
    'and nobody else may touch a table'
);

select * from finish();
rollback;
