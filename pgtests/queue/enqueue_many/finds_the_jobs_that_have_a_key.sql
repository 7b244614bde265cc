\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select queue.enqueue('a', unique_key => 'u') as job_id \gset

select results_eq(
    $$select place, is_duplicate from queue.enqueue_many(
        '[{"kind": "a", "unique_key": "u"}, {"kind": "a", "unique_key": "v"}, {"kind": "a", "unique_key": "v"}]'
    )$$,
    $$values (1, true), (2, false), (3, true)$$, 'earlier ones and those of the same call'
);

select * from finish();
rollback;
