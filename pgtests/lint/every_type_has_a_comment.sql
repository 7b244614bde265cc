\ir ../_setup.psql
select plan(1);

select is_empty(
    $$
    select t.oid::regtype
    from pg_type as t
        inner join tests.schema as s on s.schema_id = t.typnamespace
        left join pg_class as c on c.oid = t.typrelid
    where (t.typtype in ('d', 'e', 'r') or c.relkind = 'c') and obj_description(t.oid, 'pg_type') is null
    $$,
    'every domain, enumeration, range and composite type says what it is'
);

select * from finish();
rollback;
