\ir ../_setup.psql
-- What precedes an opening bracket is a function; what follows a cast is the type of a row.
select plan(3);

create temporary view mention as
with function as materialized (select f.name, f.service, f.body from tests.function as f)

select f.name as function_name, f.service as by, r.name as table_name, r.service as of
from function as f
    inner join tests.relation as r on r.is_table and not r.is_partition and position(r.name in f.body) > 0
where f.body ~ ('(?<!::)\m' || replace(r.name, '.', '\.') || '\M(?!\()');

select is_empty(
    $$select m.function_name, m.table_name from mention as m where m.by <> m.of$$,
    'no function names a table of another service'
);
select is_empty(
    $$
    select f.name, r.name
    from tests.function as f
        inner join pg_depend as d on d.classid = 'pg_proc'::regclass and d.objid = f.function_id
        inner join tests.relation as r on d.refclassid = 'pg_class'::regclass and d.refobjid = r.relation_id
    where r.service <> f.service
    $$,
    'no function is bound to one'
);
select ok((select count(*) > 50 from mention as m where m.by = m.of), 'and this reads what functions name');

select * from finish();
rollback;
