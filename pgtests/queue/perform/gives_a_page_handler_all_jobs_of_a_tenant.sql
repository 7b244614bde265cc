\ir ../../_setup.psql
select plan(3);

select tests.given_tenant('one') as one, tests.given_tenant('two') as two, tests.given_handler('note', true) as handler \gset
select tests.as_tenant(:'one') as context, queue.enqueue_batch('note', array['1', '2']::jsonb[]) as ones \gset
select tests.as_tenant(:'two') as context, queue.enqueue_batch('note', array['3', '4']::jsonb[]) as twos \gset
select tests.given_page(:'ones'::bigint[] || :'twos'::bigint[]) as page_id \gset
select tests.given_lease(:page_id) as lease_id \gset
set local role howdah_worker;

select is(queue.perform(:page_id, :'lease_id', :'ones'::bigint[] || :'twos'::bigint[]), 4, 'all succeed');

reset role;
select set_eq(
    $$select tenant_id, payload from tests.note where job_id is null$$,
    format($$values (%L::uuid, '[1, 2]'::jsonb), (%L, '[3, 4]')$$, :'one', :'two'),
    'in one call for each tenant, in its context'
);
select set_eq(
    $$select tenant_id, job_id, size, state from queue.outcome$$,
    format(
        $$values (%L::uuid, %s::bigint, 2::smallint, 'succeeded'), (%L, %s, 2, 'succeeded')$$,
        :'one', (:'ones'::bigint[])[1], :'two', (:'twos'::bigint[])[1]
    ),
    'jobs that follow each other get one outcome'
);

select * from finish();
rollback;
