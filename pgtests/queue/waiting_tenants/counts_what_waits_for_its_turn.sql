\ir ../../_setup.psql
select plan(2);

select tests.given_tenant('one') as one, tests.given_tenant('two') as two \gset
select tests.as_tenant(:'one') as context, queue.enqueue_batch('x', array['1', '2', '3']::jsonb[]) as ones \gset
select tests.as_tenant(:'two') as context, queue.enqueue_batch('x', array['1']::jsonb[]) as twos \gset
select tests.given_waiting(:'ones'::bigint[] || :'twos'::bigint[]) as waiting \gset
set local role api_owner;

select results_eq(
    $$select tenant_id, waiting_count from queue.waiting_tenants('default')$$,
    format($$values (%L::uuid, 3::bigint), (%L, 1::bigint)$$, :'one', :'two'), 'the one with most comes first'
);
reset role;
set local role howdah_worker;
select count(*) from queue.claim('{default}', 'test', 3) \g /dev/null
reset role;
set local role api_owner;
select is((select sum(waiting_count) from queue.waiting_tenants('default')), 1::numeric, 'what was handed out does not wait');

select * from finish();
rollback;
