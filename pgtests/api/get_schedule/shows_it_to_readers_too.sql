\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.given_key(:'acme') as secret, tests.given_key(:'acme', 'reader') as reader \gset
set local role howdah_api;
select r.body::jsonb ->> 'schedule_id' as schedule_id
from tests.call(:'secret', 'create_schedule', '{"name": "nightly", "cron": "0 2 * * *", "kind": "report.make"}') as r \gset

select is(
    (tests.call(:'reader', 'get_schedule', jsonb_build_object('schedule_id', :'schedule_id'))).body::jsonb ->> 'name', 'nightly', 'a reader sees it'
);
select throws_ok(
    format($$select tests.call(%L, 'get_schedule', jsonb_build_object('schedule_id', gen_random_uuid()))$$, :'secret'), 'WG404', null,
    'another there is not'
);

select * from finish();
rollback;
