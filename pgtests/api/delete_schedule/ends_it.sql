\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.given_key(:'acme') as secret, tests.given_key(:'acme', 'reader') as reader \gset
set local role howdah_api;
select r.body::jsonb ->> 'schedule_id' as schedule_id
from tests.call(:'secret', 'create_schedule', '{"name": "nightly", "cron": "0 2 * * *", "kind": "report.make"}') as r \gset

select is(tests.code(tests.call(:'reader', 'delete_schedule', jsonb_build_object('schedule_id', :'schedule_id'))), '403 IA403', 'a reader ends nothing');
select is(tests.code(tests.call(:'secret', 'delete_schedule', jsonb_build_object('schedule_id', :'schedule_id'))), '204', 'its owner does');
select throws_ok(
    format($$select tests.call(%L, 'delete_schedule', '{"schedule_id": "%s"}')$$, :'secret', :'schedule_id'), 'QU404', null, 'once'
);

select * from finish();
rollback;
