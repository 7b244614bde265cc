\ir ../../_setup.psql
select plan(2);

select is_empty(
    $$
    select r.rolname, c.oid::regclass
    from pg_class as c
        inner join tests.schema as s on s.schema_id = c.relnamespace
        cross join pg_roles as r
    where r.rolname in ('howdah_api', 'howdah_worker', 'howdah_listen')
        and c.relkind in ('r', 'p', 'v', 'm', 'f')
        and has_table_privilege(r.oid, c.oid, 'select, insert, update, delete, truncate, references, trigger')
    $$,
    'no login was granted a table or a view'
);
select is_empty(
    $$
    select r.rolname, c.oid::regclass
    from pg_class as c
        inner join tests.schema as s on s.schema_id = c.relnamespace
        cross join pg_roles as r
    where r.rolname in ('howdah_api', 'howdah_worker', 'howdah_listen')
        and c.relkind = 'S'
        and has_sequence_privilege(r.oid, c.oid, 'usage, select, update')
    $$,
    'nor a sequence'
);

select * from finish();
rollback;
