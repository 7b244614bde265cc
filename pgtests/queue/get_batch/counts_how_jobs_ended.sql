\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select queue.open_batch() as batch_id \gset
select queue.enqueue_batch('a', array_fill('1'::jsonb, array[6]), batch_id => :batch_id) as job_ids \gset
select tests.settle((:'job_ids'::bigint[])[1:3]), tests.settle((:'job_ids'::bigint[])[4:4], 'dead') \g /dev/null
select tests.settle((:'job_ids'::bigint[])[5:5], 'failed'), tests.settle((:'job_ids'::bigint[])[6:6], 'cancelled') \g /dev/null

select results_eq(
    format($$
        select state, job_count, succeeded_count, dead_count, cancelled_count from queue.get_batch(%s)
    $$, :batch_id),
    $$values ('open', 6, 3, 1, 1)$$, 'one that comes back has not ended'
);
select queue.close_batch(:batch_id) as closed \gset
select is((queue.get_batch(:batch_id)).state, 'closed', 'the batch waits for it');

select * from finish();
rollback;
