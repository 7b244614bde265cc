\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
set local role howdah_api;

select (tests.call(:'secret', 'debounce_job', '{"unique_key": "k", "wait_seconds": 5, "kind": "x", "payload": 1}')).body as first \gset
select (tests.call(:'secret', 'debounce_job', '{"unique_key": "k", "wait_seconds": 5, "kind": "x", "payload": 2}')).body as second \gset
select is(:'second'::jsonb ->> 'state', 'scheduled', 'the job waits for calls to cease');
select is(
    (tests.call(:'secret', 'get_job', jsonb_build_object('job_id', :'first'::jsonb -> 'job_id'))).body::jsonb ->> 'state',
    'cancelled', 'the earlier call''s is taken back'
);
select throws_ok(
    format($$select tests.call(%L, 'debounce_job', '{"unique_key": "k", "wait_seconds": -1, "kind": "x"}')$$, :'secret'),
    'QU422', null, 'a wait is not negative'
);

select * from finish();
rollback;
