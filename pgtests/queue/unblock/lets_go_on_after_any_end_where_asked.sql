\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select queue.enqueue('a') as needed_id \gset
select queue.enqueue('b', depends_on => array[:needed_id], depends_policy => 'ended') as job_id \gset
select tests.settle(array[:needed_id], 'cancelled') as settled \gset
select is(tests.unblock(), array[:job_id]::bigint[], 'it goes on');
select is((queue.get_job(:job_id)).state, 'queued', 'and waits for its turn');

select * from finish();
rollback;
