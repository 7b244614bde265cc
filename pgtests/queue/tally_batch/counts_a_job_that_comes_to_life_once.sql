\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select batch_id, job_ids[1] as job_id from queue.start_batch('a', '{1,2}', 'after') \gset
select tests.settle(array[:job_id], 'dead') as settled \gset
select queue.retry(:job_id) as retried \gset
select tests.settle(array[:job_id], 'succeeded', 2) as settled \gset

select results_eq(
    format($$select dead_count, succeeded_count from queue.get_batch(%s)$$, :batch_id), $$values (1, 0)$$,
    'its first end counts'
);
select is(tests.tally(:batch_id), null, 'the batch still waits for the other one');

select * from finish();
rollback;
