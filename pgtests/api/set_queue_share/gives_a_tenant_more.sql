\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
select tests.given_key(tests.given_tenant('house'), 'operator') as operator \gset
set local role howdah_api;

select is(
    (tests.call(:'operator', 'set_queue_share', jsonb_build_object('queue', 'default', 'tenant_id', :'acme', 'weight', 3))).body::jsonb ->> 'weight',
    '3', 'a share'
);
select is(
    (tests.call(:'operator', 'list_queue_shares', '{"queue": "default"}')).body::jsonb #>> '{items,0,tenant_id}', :'acme', 'is listed'
);

select * from finish();
rollback;
