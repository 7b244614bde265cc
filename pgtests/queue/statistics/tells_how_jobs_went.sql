\ir ../../_setup.psql
select plan(5);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select queue.enqueue_batch('x', array_fill('1'::jsonb, '{60}')) as job_ids \gset
select tests.at(now() + interval '10 seconds') as clock \g /dev/null
select tests.given_page(:'job_ids') as page_id \gset
select tests.given_lease(:page_id) as lease_id \gset
select tests.at(now() + interval '12 seconds') as clock \g /dev/null
set local role howdah_worker;
select queue.settle(:page_id, :'lease_id', tests.result((:'job_ids'::bigint[])[1], 'failed')) as rings \gset
reset role;
set local role api_owner;

select results_eq(
    $$select tenant_id, round(succeeded_rate::numeric, 2), round(failed_rate::numeric, 2), dead_rate, sample_count from queue.statistics('default')$$,
    $$values (null::uuid, 0.98, 0.02, 0::double precision, 60::bigint)$$, 'how many ended in a second'
);
select results_eq(
    $$select wait_p50 between 9.9 and 10.1, run_p99 from queue.statistics('default')$$,
    $$values (true, 2::double precision)$$, 'how long they waited and ran'
);
select results_eq($$select tenant_id from queue.statistics('default', true)$$, array[:'acme'::uuid], 'and those of each tenant');
select throws_ok($$select queue.statistics('nowhere')$$, 'QU404', null, 'an unknown queue is refused');
select throws_ok($$select queue.statistics('default', span => '1 day')$$, 'QU422', null, 'so is a span that is too long');

select * from finish();
rollback;
