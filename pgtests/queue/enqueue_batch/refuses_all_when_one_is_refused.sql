\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset

set local role api_owner;
select throws_ok(
    $$select queue.enqueue_batch('a', array['1'::jsonb, to_jsonb(repeat('x', 262144))])$$, 'QU422', null,
    'one payload that is too large refuses the batch'
);

reset role;
select is_empty($$select from queue.job where kind = 'a'$$, 'nothing of it is enqueued');

select * from finish();
rollback;
