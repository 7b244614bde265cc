\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;
select queue.set_limit('default', 'tenant', 5), queue.set_limit('default', 'queue', 10, 2, 4) \g /dev/null
select queue.set_share('default', :'acme', 3::smallint, 7) \g /dev/null

select results_eq(
    $$select gate, concurrency, rate, burst from queue.list_limits('default')$$,
    $$values ('queue', 10, 2::double precision, 4), ('tenant', 5, null, null)$$, 'limits'
);
select results_eq(
    $$select tenant_id, weight, concurrency from queue.list_shares('default', null, 10)$$,
    format($$values (%L::uuid, 3::smallint, 7)$$, :'acme'), 'and shares'
);
select is_empty(format($$select from queue.list_shares('default', %L, 10)$$, :'acme'), 'the list goes on behind a tenant');

select * from finish();
rollback;
