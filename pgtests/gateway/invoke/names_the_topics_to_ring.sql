\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
set local role howdah_api;

select is(
    (tests.call(:'secret', 'enqueue_job', '{"kind": "test.work", "payload": {}}')).rings, '{queue}'::text[],
    'a job rings for the workers'
);
select is((tests.call(:'secret', 'get_tenant')).rings, null, 'a look rings for nobody');

select * from finish();
rollback;
