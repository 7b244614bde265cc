\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select queue.enqueue('a') as needed_id \gset
select queue.enqueue('b', depends_on => array[:needed_id]) as job_id \gset
select tests.settle(array[:needed_id], 'dead') as settled, tests.unblock() as freed \gset
select is((queue.get_job(:job_id)).state, 'cancelled', 'it is cancelled');
select is((queue.get_job(:job_id)).error ->> 'type', 'dependency', 'it says why');
select is(:'freed'::bigint[], array[:job_id]::bigint[], 'it comes up, so that its end is written');

select * from finish();
rollback;
