\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_job() as job_id \gset
set local role queue_engine;

select is(queue.cut(), 0::bigint, 'a job is cut when its transaction has committed, not before');
select is(queue.cut(), 0::bigint, 'however often it tries');

select * from finish();
rollback;
