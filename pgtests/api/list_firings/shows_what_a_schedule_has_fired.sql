\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.given_key(:'acme') as secret, tests.given_key(:'acme', 'reader') as reader \gset
set local role howdah_api;
set local timezone = 'UTC';
select r.body::jsonb ->> 'schedule_id' as schedule_id
from tests.call(:'secret', 'create_schedule', '{"name": "nightly", "cron": "0 2 * * *", "kind": "report.make"}') as r \gset
select is(
    (tests.call(:'reader', 'list_firings', jsonb_build_object('schedule_id', :'schedule_id'))).body::jsonb, '{"items": [], "next_cursor": null}', 'nothing yet'
);
reset role;
select tests.at('2030-01-02 02:00Z') as at \gset
set local role howdah_worker;
select tests.fire(:'schedule_id', '{2030-01-02 02:00Z}') as fired \gset
reset role;
set local role howdah_api;
select is(
    (tests.call(:'reader', 'list_firings', jsonb_build_object('schedule_id', :'schedule_id'))).body::jsonb #>> '{items,0,fire_at}', '2030-01-02T02:00:00+00:00', 'then that'
);

select * from finish();
rollback;
