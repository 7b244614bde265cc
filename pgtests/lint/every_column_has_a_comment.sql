\ir ../_setup.psql
select plan(1);

select is_empty(
    $$
    select r.name, a.attname
    from tests.relation as r
        inner join pg_attribute as a on a.attrelid = r.relation_id and a.attnum > 0 and not a.attisdropped
    where (r.is_table or r.kind in ('v', 'm', 'f', 'c'))
        and not r.is_partition
        and col_description(r.relation_id, a.attnum) is null
    $$,
    'every column, and every field of a composite type, says what it means'
);

select * from finish();
rollback;
