\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
set local role howdah_api;

select (tests.call(:'secret', 'enqueue_job', '{"kind": "a", "ordering_key": "o", "limit_key": "l", "weight": 2, "keeps_result": true, "deadline_at": "2100-01-01T00:00:00Z", "unique_key": "u", "unique_seconds": 3600}')).body::jsonb as job \gset
select is(
    jsonb_build_array(:'job'::jsonb -> 'ordering_key', :'job'::jsonb -> 'limit_key', (:'job'::jsonb ->> 'deadline_at')::timestamptz = '2100-01-01 00:00+00'),
    '["o", "l", true]', 'the job has them'
);
select is(
    (tests.call(:'secret', 'enqueue_job', '{"kind": "a", "unique_key": "u", "unique_seconds": 3600}')).body::jsonb -> 'job_id',
    :'job'::jsonb -> 'job_id', 'the key is taken: the job that has it is shown'
);
select is(
    (tests.call(:'secret', 'enqueue_job', format('{"kind": "b", "depends_on": [%s]}', :'job'::jsonb -> 'job_id')::jsonb)).body::jsonb ->> 'state',
    'blocked', 'a job waits for the one it depends on'
);

select * from finish();
rollback;
