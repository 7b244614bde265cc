\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_handler('note', true) as handler \gset
select queue.enqueue_batch('note', array['1', '"fail"', '3']::jsonb[]) as job_ids \gset
select tests.given_page(:'job_ids') as page_id \gset
select tests.given_lease(:page_id) as lease_id \gset
set local role howdah_worker;

select is(queue.perform(:page_id, :'lease_id', :'job_ids'), 2, 'two succeed');

reset role;
select set_eq(
    $$select payload from tests.note where job_id is null$$, $$values ('[1]'::jsonb), ('[3]')$$,
    'each was given alone once all together had failed'
);
select results_eq(
    $$select job_id, state from queue.outcome order by job_id$$,
    format(
        $$values (%s::bigint, 'succeeded'), (%s, 'failed'), (%s, 'succeeded')$$,
        (:'job_ids'::bigint[])[1], (:'job_ids'::bigint[])[2], (:'job_ids'::bigint[])[3]
    ),
    'and only the bad one failed'
);

select * from finish();
rollback;
