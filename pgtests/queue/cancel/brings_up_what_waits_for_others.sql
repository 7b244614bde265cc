\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select queue.enqueue('a') as needed_id \gset
select queue.enqueue('b', depends_on => array[:needed_id]) as job_id \gset
select is((queue.cancel(:job_id)).state, 'cancelled', 'it is cancelled');
select is(tests.unblock(), array[:job_id]::bigint[], 'and comes up, so that its end is written');
select tests.settle(array[:needed_id]) as settled \gset
select is(tests.unblock(), '{}'::bigint[], 'once');

select * from finish();
rollback;
