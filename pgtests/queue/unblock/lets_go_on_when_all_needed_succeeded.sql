\ir ../../_setup.psql
select plan(4);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select queue.enqueue('a') as first_id, queue.enqueue('b') as second_id \gset
select queue.enqueue('c', depends_on => array[:first_id, :second_id]) as job_id \gset
select tests.settle(array[:first_id]) as settled \gset
select is(tests.unblock(), '{}'::bigint[], 'one is not all');
select tests.settle(array[:second_id], 'failed') as settled \gset
select is(tests.unblock(), '{}'::bigint[], 'an attempt that failed is no end');
select tests.settle(array[:second_id], 'succeeded', 2) as settled \gset
select is(tests.unblock(), array[:job_id]::bigint[], 'now it goes on');
select is(tests.unblock(), '{}'::bigint[], 'once');

select * from finish();
rollback;
