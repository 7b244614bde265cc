\ir ../_setup.psql
select plan(2);

select is_empty(
    $$select s.name from tests.schema as s where obj_description(s.schema_id, 'pg_namespace') is null$$,
    'every service says what it is for'
);
select is_empty(
    $$
    select r.name
    from tests.relation as r
    where (r.is_table or r.kind in ('v', 'm', 'f')) and obj_description(r.relation_id, 'pg_class') is null
    $$,
    'every table and every partition says what it holds'
);

select * from finish();
rollback;
