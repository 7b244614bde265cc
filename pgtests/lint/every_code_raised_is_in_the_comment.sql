\ir ../_setup.psql
select plan(1);

select is_empty(
    $$
    select distinct f.name, m.match[1]
    from tests.function as f
        cross join lateral regexp_matches(f.source, 'errcode\s*=\s*''(\w\w\d{3})''', 'g') as m (match)
    where position(m.match[1] in coalesce(obj_description(f.function_id, 'pg_proc'), '')) = 0
    $$,
    'whoever reads the comment of a function knows the codes that it raises'
);

select * from finish();
rollback;
