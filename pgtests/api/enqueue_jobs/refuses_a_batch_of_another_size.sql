\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
set local role howdah_api;

select throws_ok(
    format($$select tests.call(%L, 'enqueue_jobs', '{"jobs": []}')$$, :'secret'), 'QU422', null, 'none is too few'
);
select throws_ok(
    format(
        $$
        select tests.call(%L, 'enqueue_jobs', jsonb_build_object('jobs', jsonb_agg('{"kind": "a"}'::jsonb)))
        from generate_series(1, 10001)
        $$,
        :'secret'
    ),
    'QU422', null, '10001 are too many'
);

select * from finish();
rollback;
