\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select count(*) from queue.enqueue_many(
    (select jsonb_agg(jsonb_build_object('kind', 'k' || g % 3, 'priority', 1, 'payload', g)) from generate_series(1, 300) as g)
) \gset

reset role;
select results_eq(
    $$select kind::text, size::integer, priority::integer from queue.lot where tenant_id = core.tenant_id() order by kind$$,
    $$values ('k0', 100, 1), ('k1', 100, 1), ('k2', 100, 1)$$, 'a lot for each kind'
);

select * from finish();
rollback;
