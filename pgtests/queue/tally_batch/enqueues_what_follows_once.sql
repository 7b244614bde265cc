\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select queue.open_batch('after', '{"report": 7}', priority => 1::smallint, trace => '00-1-2-01') as batch_id \gset
select queue.enqueue_batch('a', '{1,2}', batch_id => :batch_id) as job_ids \gset
select queue.close_batch(:batch_id) as closed, tests.settle((:'job_ids'::bigint[])[1:1]) as settled \gset
select tests.settle((:'job_ids'::bigint[])[2:2], 'dead') as settled \gset
select tests.tally(:batch_id) as follow_up_id \gset
select results_eq(
    format($$select kind, priority::integer, payload from queue.get_job(%s)$$, :follow_up_id),
    format($$
        values ('after', 1, '{"report": 7, "batch": {"batch_id": %s, "succeeded": 1, "dead": 1, "cancelled": 0}}'::jsonb)
    $$, :batch_id),
    'its payload says how the jobs ended'
);
select is(tests.tally(:batch_id), :follow_up_id, 'it follows once');
select is((queue.get_batch(:batch_id)).follow_up_id, :follow_up_id, 'the batch knows it');

select * from finish();
rollback;
