\ir ../../_setup.psql
select plan(4);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_job() as nothing \gset
select queue.enqueue('x', ordering_key => 'a') as first, queue.enqueue('x', ordering_key => 'a') as second,
    queue.enqueue('x', ordering_key => 'b') as other \gset
select tests.given_waiting(array[:first, :second, :other]::bigint[]) as waiting \gset
select tests.given_tenant('two') as two \gset
select tests.as_tenant(:'two') as context \gset
select queue.enqueue('x', ordering_key => 'c') as third, queue.enqueue('x', ordering_key => 'c') as fourth \gset
select tests.given_waiting(array[:third, :fourth]::bigint[]) as waiting \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select results_eq(
    $$select tenant_id, gate, key, parked_count, holder_id from queue.list_blocked_keys('default', 'order', '', 10)$$,
    format($$values (%L::uuid, 'order', 'a', 1::bigint, %s::bigint)$$, :'acme', :first),
    'a key with a job that waits, and the one it waits for'
);
select is_empty($$select from queue.list_blocked_keys('default', 'order', 'a', 10)$$, 'the list goes on behind a key');
select is_empty($$select from queue.list_blocked_keys('default', 'key', '', 10)$$, 'no limit keeps any');
select results_eq(
    $$select tenant_id, key from queue.list_all_blocked_keys('default') order by key$$,
    format($$values (%L::uuid, 'a'), (%L, 'c')$$, :'acme', :'two'), 'operators see those of all tenants'
);

select * from finish();
rollback;
