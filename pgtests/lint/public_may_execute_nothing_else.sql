\ir ../_setup.psql
select plan(5);

select set_eq(
    $$
    select f.name
    from tests.function as f
        inner join pg_proc as p on p.oid = f.function_id
        cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) as a
    where a.grantee = 0
    $$,
    array[
        'core.now', 'core.new_id', 'core.id_at', 'core.id_hour',
        'core.tenant_id', 'core.principal_id', 'core.request_id', 'core.trace', 'core.more_after',
        'core.check_tenant_form', 'core.protect', 'core.confine'
    ],
    'everybody may know the time, make ids, read the context, make lists and protect a table of their own'
);
select is_empty(
    $$
    select f.name
    from tests.function as f
    where f.is_definer and has_function_privilege('public', f.function_id, 'execute')
    $$,
    'nobody lends rights to everybody'
);
select is_empty(
    $$
    select r.name
    from tests.relation as r
        inner join pg_class as c on c.oid = r.relation_id
        cross join lateral aclexplode(c.relacl) as a
    where a.grantee = 0
    union all
    select format('%s.%s', r.name, c.attname)
    from tests.relation as r
        inner join pg_attribute as c on c.attrelid = r.relation_id
        cross join lateral aclexplode(c.attacl) as a
    where a.grantee = 0
    $$,
    'no table, sequence or column is open to everybody'
);
select is_empty(
    $$
    select n.nspname
    from pg_namespace as n
        inner join tests.schema as s on s.schema_id = n.oid
        cross join lateral aclexplode(n.nspacl) as a
    where a.grantee = 0
    $$,
    'nor is a schema'
);
select is_empty(
    $$
    select distinct r.owner
    from tests.relation as r
    where not exists (
        select
        from pg_default_acl as d
        where d.defaclrole = r.owner::regrole
            and d.defaclobjtype = 'f'
            and d.defaclnamespace = 0
            and not exists (select from aclexplode(d.defaclacl) as a where a.grantee = 0)
    )
    $$,
    'what a service adds later is closed to everybody too'
);

select * from finish();
rollback;
