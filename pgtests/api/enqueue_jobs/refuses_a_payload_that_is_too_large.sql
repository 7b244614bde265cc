\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
set local role howdah_api;

select throws_ok(
    format($$
        select tests.call(%L, 'enqueue_jobs', jsonb_build_object('jobs', jsonb_build_array(
            '{"kind": "a"}'::jsonb, jsonb_build_object('kind', 'a', 'payload', repeat(md5(random()::text), 10000))
        )))
    $$, :'secret'),
    'QU422', 'the payload of job 2 has more than 262144 bytes', 'the second is too large'
);

select * from finish();
rollback;
