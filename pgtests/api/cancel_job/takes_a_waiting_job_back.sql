\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret, tests.given_key(:'acme', 'reader') as reader \gset
set local role howdah_api;
select r.body::jsonb ->> 'job_id' as job_id from tests.call(:'secret', 'enqueue_job', '{"kind": "a"}') as r \gset

select is(tests.code(tests.call(:'reader', 'cancel_job', jsonb_build_object('job_id', :job_id))), '403 IA403', 'a reader cancels nothing');
select is(
    (tests.call(:'secret', 'cancel_job', jsonb_build_object('job_id', :job_id))).body::jsonb ->> 'state', 'cancelled', 'it is cancelled'
);
select throws_ok(
    format($$select tests.call(%L, 'retry_job', '{"job_id": %s}')$$, :'secret', :'job_id'), 'QU409', null,
    'what was cancelled is not brought back'
);

select * from finish();
rollback;
