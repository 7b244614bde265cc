\ir ../_setup.psql
select plan(1);

select is_empty(
    $$
    select r.name, a.attname, format_type(a.atttypid, a.atttypmod)
    from tests.relation as r
        inner join pg_attribute as a on a.attrelid = r.relation_id and a.attnum > 0 and not a.attisdropped
    where (r.is_table or r.kind = 'c')
        and a.atttypid = any ('{timestamp, time, timetz, varchar, bpchar, json, money}'::regtype[])
    $$,
    'moments know their zone, text has no length but by a check, JSON is jsonb'
);

select * from finish();
rollback;
