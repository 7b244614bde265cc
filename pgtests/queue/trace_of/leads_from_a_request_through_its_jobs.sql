\ir ../../_setup.psql
select plan(4);

select tests.given_tenant() as acme \gset
select core.set_context(:'acme', null, 'test', '00-a-b-01') as context \gset
select queue.enqueue('x') as job_id, queue.enqueue('x', trace => '00-c-d-01') as own,
    (queue.enqueue_unique('k', 'x')).job_id as unique_job, (queue.enqueue_batch('x', '{1}'))[1] as batch_job \gset
select is(queue.trace_of(:'acme', :job_id), '00-a-b-01', 'a job carries the trace of what enqueues it');
select is(queue.trace_of(:'acme', :own), '00-c-d-01', 'if it has none of its own');
select ok(
    queue.trace_of(:'acme', :unique_job) = '00-a-b-01' and queue.trace_of(:'acme', :batch_job) = '00-a-b-01',
    'however it is enqueued'
);
select tests.given_page(array[:job_id::bigint]) as page_id \gset
select tests.given_lease(:page_id) as lease_id \gset
select core.set_context(null, null, null) as context \gset
select queue.enter(:page_id, :'lease_id', :job_id) as entered \gset
select is(core.trace(), '00-a-b-01', 'and hands it on to what its handler enqueues');

select * from finish();
rollback;
