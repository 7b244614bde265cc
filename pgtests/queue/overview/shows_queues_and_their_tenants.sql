\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select queue.enqueue_batch('x', array_fill('1'::jsonb, '{10}')) as job_ids \gset
select tests.at(now() + interval '10 seconds') as clock \g /dev/null
select tests.given_page((:'job_ids'::bigint[])[1:4]) as page_id \gset
select tests.given_lease(:page_id) as lease_id \gset
select tests.given_waiting((:'job_ids'::bigint[])[5:10]) as waiting \gset
select tests.at(now() + interval '15 seconds') as clock \g /dev/null
select queue.settle(:page_id, :'lease_id') as rings \gset

select results_eq(
    $$select waiting_count, running_count, oldest_wait, run_p50, sample_count from queue.overview where queue = 'default'$$,
    $$values (6::bigint, 0::bigint, interval '5 seconds', 5::double precision, 4::bigint)$$, 'a queue'
);
select results_eq(
    $$
    select tenant_id, waiting_count, oldest_wait, run_p50, sample_count
    from queue.tenant_overview
    where queue = 'default'
    $$,
    format($$values (%L::uuid, 6::bigint, interval '5 seconds', 5::double precision, 4::bigint)$$, :'acme'),
    'and what is one tenant''s of it'
);

select * from finish();
rollback;
