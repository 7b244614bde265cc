\ir ../../_setup.psql
select plan(6);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select queue.enqueue_batch('x', array['1', '2']::jsonb[]) as job_ids \gset
select tests.given_page(:'job_ids') as page_id \gset
select tests.given_lease(:page_id) as lease_id \gset
set local role howdah_worker;
select queue.complete(:page_id, :'lease_id', (:'job_ids'::bigint[])[1]) as completed \gset
reset role;
set local role api_owner;

select is(queue.take_back(:page_id), 1, 'one job had not ended');
select throws_ok(format('select queue.take_back(%s)', :page_id), 'QU409', null, 'a page ends once');
select throws_ok('select queue.take_back(1)', 'QU404', null, 'another page is none');

reset role;
select is(tests.state_of((:'job_ids'::bigint[])[1]), 'succeeded', 'what had ended stays');
select results_eq(
    format($$select state, error ->> 'type' from queue.outcome where job_id = %s$$, (:'job_ids'::bigint[])[2]),
    $$values ('failed', 'taken_back')$$, 'the other attempt has failed'
);
set local role howdah_worker;
select throws_ok(format('select queue.settle(%s, %L)', :page_id, :'lease_id'), 'QU409', null, 'the worker has lost its lease');

select * from finish();
rollback;
