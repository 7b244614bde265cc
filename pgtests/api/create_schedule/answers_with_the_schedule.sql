\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.given_key(:'acme') as secret, tests.given_key(:'acme', 'reader') as reader \gset
set local role howdah_api;

select (tests.call(
    :'secret', 'create_schedule',
    '{"name": "nightly", "cron": "30 2 * * MON-FRI", "time_zone": "Europe/Berlin", "kind": "report.make", "missed": "skip"}'
)).body as body \gset

select is(
    :'body'::jsonb - '{schedule_id,created_at}'::text[],
    '{"name": "nightly", "cron": "30 2 * * MON-FRI", "time_zone": "Europe/Berlin", "queue": "default", "kind": "report.make",
      "payload": {}, "priority": 2, "max_attempts": null, "is_announced": true, "missed": "skip", "catch_up_limit": 100,
      "is_paused": false, "next_fire_at": null, "last_fire_at": null, "note": null}',
    'all that it is, and that the next time is yet to be computed'
);
select is(
    tests.code(tests.call(:'reader', 'create_schedule', '{"name": "a", "cron": "@daily", "kind": "b"}')), '403 IA403',
    'a reader makes none'
);

select * from finish();
rollback;
