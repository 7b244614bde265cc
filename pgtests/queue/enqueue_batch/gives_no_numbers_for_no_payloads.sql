\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select is(queue.enqueue_batch('a', '{}'), '{}'::bigint[], 'no payloads, no jobs');

select * from finish();
rollback;
