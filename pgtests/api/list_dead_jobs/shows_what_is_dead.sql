\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
select tests.as_tenant(:'acme') as context, tests.given_dead(error_type => 'http_404') as one, tests.given_dead() as two \gset
select core.set_context(null, null, null) as context \gset
set local role howdah_api;

select is(
    (select array_agg((j ->> 'job_id')::bigint) from jsonb_array_elements((tests.call(:'secret', 'list_dead_jobs')).body::jsonb -> 'items') as j),
    array[:two, :one]::bigint[], 'the newest first'
);
select is(
    (tests.call(:'secret', 'redrive_dead_jobs', '{"error_type": "http_*"}')).body::jsonb, '{"count": 1, "has_more": false}',
    'those that fit get another attempt'
);
select is(
    (tests.call(:'secret', 'purge_dead_jobs', jsonb_build_object('job_ids', array[:two]::bigint[]))).body::jsonb,
    '{"count": 1, "has_more": false}', 'those named are erased'
);

select * from finish();
rollback;
