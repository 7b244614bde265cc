\ir ../_setup.psql
select plan(1);

select is_empty(
    $$
    select k.conname, k.conrelid::regclass, k.confrelid::regclass
    from pg_constraint as k
        inner join pg_class as child on child.oid = k.conrelid
        inner join pg_class as parent on parent.oid = k.confrelid
        inner join tests.schema as s on s.schema_id = child.relnamespace
    where k.contype = 'f' and parent.relnamespace <> child.relnamespace
    $$,
    'no foreign key leads into another service'
);

select * from finish();
rollback;
