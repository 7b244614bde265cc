\ir ../_setup.psql
-- One code is raised for its own block to catch: it never reaches a caller.
select plan(1);

select set_eq(
    $$
    select distinct f.name, m.match[1]
    from tests.function as f
        cross join lateral regexp_matches(f.source, 'errcode\s*=\s*''(\w\w\d{3})''', 'g') as m (match)
    where position(m.match[1] in coalesce(obj_description(f.function_id, 'pg_proc'), '')) = 0
    $$,
    $$values ('queue.perform_one', 'QU404')$$,
    'whoever reads the comment of a function knows the codes that it raises'
);

select * from finish();
rollback;
