\ir ../../_setup.psql
select plan(6);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select throws_ok($$select queue.enqueue_many('{}')$$, 'QU422', null, 'jobs are an array');
select throws_ok($$select queue.enqueue_many('[1]')$$, 'QU422', null, 'of objects');
select throws_ok($$select queue.enqueue_many('[{"kind": "a", "tenant_id": 1}]')$$, 'QU422', null, 'with known fields');
select throws_ok($$select queue.enqueue_many('[{"kind": "a", "after": [1]}]')$$, 'QU422', null, 'none after itself');
select throws_ok($$select queue.enqueue_many('[{"payload": 1}]')$$, '23502', null, 'each of a kind');
select throws_ok(
    $$select queue.enqueue_many((select jsonb_agg('{"kind": "a"}'::jsonb) from generate_series(1, 10001)))$$, 'QU422', null,
    'ten thousand at most'
);

select * from finish();
rollback;
