\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule(m, missed => m, next_fire_at => '2030-01-01 02:00Z', catch_up_limit => 5)
from unnest('{skip,coalesce,catch_up}'::text[]) as m \g /dev/null
set local role howdah_worker;

select results_eq(
    'select since, until, newest from queue.due_schedules() order by newest desc, since',
    $$
    values
    (timestamptz '2030-01-01 01:59:59Z', timestamptz '2030-01-01 12:00Z', 5),
    (timestamptz '2030-01-01 01:59:59Z', timestamptz '2030-01-01 12:00Z', 1),
    (timestamptz '2030-01-01 11:59:00Z', timestamptz '2030-01-01 12:00Z', 1)
    $$,
    'catch_up as many as it may, coalesce one, skip one of the last minute'
);

select * from finish();
rollback;
