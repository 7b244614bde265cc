\ir ../_setup.psql
-- Classes that begin with 0 to 4 or A to H belong to the SQL standard, some others to PostgreSQL and
-- PostgREST. The endpoints of api speak for the services behind them.
select plan(2);

create temporary view raised as
select distinct f.service, f.name as function_name, m.match[1] as class
from tests.function as f
    cross join lateral regexp_matches(f.source, 'errcode\s*=\s*''(\w\w)\d{3}''', 'g') as m (match);

select is_empty(
    $$
    select r.function_name, r.class
    from raised as r
    where r.class !~ '^[I-Z5-9][A-Z0-9]$' or r.class in ('53', '54', '55', '57', '58', 'P0', 'PG', 'PT', 'XX')
    $$,
    'no code of ours is in a class of others'
);
select is_empty(
    $$
    select r.class, array_agg(distinct r.service)
    from raised as r
    where r.service <> 'api'
    group by r.class
    having count(distinct r.service) > 1
    $$,
    'no two services share a class of codes'
);

select * from finish();
rollback;
