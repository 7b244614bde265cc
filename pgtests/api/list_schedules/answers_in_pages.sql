\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.given_key(:'acme') as secret, tests.given_key(:'acme', 'reader') as reader \gset
set local role howdah_api;
select r.body::jsonb ->> 'schedule_id' as schedule_id
from tests.call(:'secret', 'create_schedule', '{"name": "nightly", "cron": "0 2 * * *", "kind": "report.make"}') as r \gset
select tests.call(:'secret', 'create_schedule', '{"name": "hourly", "cron": "@hourly", "kind": "a"}') as second \gset

select is(
    jsonb_array_length((tests.call(:'reader', 'list_schedules')).body::jsonb -> 'items'), 2, 'all of the tenant'
);
select isnt(
    (tests.call(:'reader', 'list_schedules', '{"limit": 1}')).body::jsonb ->> 'next_cursor', null, 'one after the other'
);

select * from finish();
rollback;
