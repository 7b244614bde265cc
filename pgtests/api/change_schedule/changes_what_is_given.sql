\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.given_key(:'acme') as secret, tests.given_key(:'acme', 'reader') as reader \gset
set local role howdah_api;
select r.body::jsonb ->> 'schedule_id' as schedule_id
from tests.call(:'secret', 'create_schedule', '{"name": "nightly", "cron": "0 2 * * *", "kind": "report.make"}') as r \gset

select is(
    (tests.call(:'secret', 'change_schedule', jsonb_build_object('schedule_id', :'schedule_id') || '{"cron": "@hourly"}')).body::jsonb
    - '{schedule_id,created_at,payload,priority,max_attempts,note,is_announced,catch_up_limit,next_fire_at,last_fire_at}'::text[],
    '{"name": "nightly", "cron": "@hourly", "time_zone": "UTC", "queue": "default", "kind": "report.make", "missed": "coalesce", "is_paused": false}',
    'that, and nothing else'
);
select is(tests.code(tests.call(:'reader', 'change_schedule', jsonb_build_object('schedule_id', :'schedule_id'))), '403 IA403', 'a reader changes nothing');

select * from finish();
rollback;
