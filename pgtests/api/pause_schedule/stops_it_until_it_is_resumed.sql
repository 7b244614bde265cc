\ir ../../_setup.psql
select plan(4);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.given_key(:'acme') as secret, tests.given_key(:'acme', 'reader') as reader \gset
set local role howdah_api;
select r.body::jsonb ->> 'schedule_id' as schedule_id
from tests.call(:'secret', 'create_schedule', '{"name": "nightly", "cron": "0 2 * * *", "kind": "report.make"}') as r \gset

select is(
    (tests.call(:'secret', 'pause_schedule', jsonb_build_object('schedule_id', :'schedule_id'))).body::jsonb -> 'is_paused', 'true', 'it is paused'
);
select is(
    (tests.call(:'secret', 'resume_schedule', jsonb_build_object('schedule_id', :'schedule_id'))).body::jsonb -> 'is_paused', 'false', 'and goes on'
);
select is(tests.code(tests.call(:'reader', 'pause_schedule', jsonb_build_object('schedule_id', :'schedule_id'))), '403 IA403', 'a reader stops nothing');
select is(tests.code(tests.call(:'reader', 'resume_schedule', jsonb_build_object('schedule_id', :'schedule_id'))), '403 IA403', 'nor lets it go on');

select * from finish();
rollback;
