\ir ../../_setup.psql
select plan(3);

select tests.given_tenant('acme') as acme, tests.given_tenant('globex') as globex \gset
select tests.given_key(:'acme') as secret, tests.given_key(:'globex') as other \gset
set local role howdah_api;
select r.body::jsonb ->> 'job_id' as job_id from tests.call(:'secret', 'enqueue_job', '{"kind": "a"}') as r \gset

select throws_ok(format($$select tests.call(%L, 'get_job', '{"job_id": %s}')$$, :'other', :'job_id'), 'WG404', null, 'another sees nothing');
select throws_ok(format($$select tests.call(%L, 'cancel_job', '{"job_id": %s}')$$, :'other', :'job_id'), 'QU404', null, 'cancels nothing');
select throws_ok(format($$select tests.call(%L, 'retry_job', '{"job_id": %s}')$$, :'other', :'job_id'), 'QU404', null, 'and brings nothing back');

select * from finish();
rollback;
