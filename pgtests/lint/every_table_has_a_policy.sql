\ir ../_setup.psql
select plan(2);

select is_empty(
    $$
    select r.name
    from tests.relation as r
    where r.is_table
        and not r.is_partition
        and not exists (select from pg_policy as p where p.polrelid = r.relation_id)
    $$,
    'every table says who may use it'
);
select set_eq(
    $$
    select r.name
    from tests.relation as r
        inner join pg_attribute as a on a.attrelid = r.relation_id and a.attname = 'tenant_id'
    where r.is_table
        and not r.is_partition
        and not exists (select from tests.tenant_table as t where t.relation_id = r.relation_id)
    $$,
    $$
    values
    ('queue.backlog'),      -- what waits, over all tenants: for the engine alone
    ('queue.gate'),
    ('queue.parked')
    $$,
    'every table that names a tenant is divided by tenants'
);

select * from finish();
rollback;
