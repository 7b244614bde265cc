\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select queue.enqueue('a', keeps_result => true) as job_id \gset
select tests.settle(array[:job_id]) as settled \gset
select results_eq(
    format($$select error, result from queue.get_job(%s)$$, :job_id), $$values (null::jsonb, null::jsonb)$$,
    'neither an error nor a result is made up'
);

select * from finish();
rollback;
