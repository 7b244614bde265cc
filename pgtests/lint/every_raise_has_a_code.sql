\ir ../_setup.psql
select plan(2);

select is_empty(
    $$
    select f.name, m.match[1]
    from tests.function as f
        cross join lateral regexp_matches(f.body, 'raise\s+exception[^;]*;', 'gi') as m (match)
    where m.match[1] !~* '^raise\s+exception\s+using\s+errcode\s*='
    $$,
    'every exception begins with its code'
);
select is_empty(
    $$
    select f.name, m.match[1]
    from tests.function as f
        cross join lateral regexp_matches(f.body, 'raise\s+(?!exception\M)(\w+|'')', 'gi') as m (match)
    where f.language = 'plpgsql'
    $$,
    'nothing is raised but exceptions'
);

select * from finish();
rollback;
