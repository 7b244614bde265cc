\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset

set local role api_owner;
select queue.enqueue_batch('a', '{"\"first\"","\"second\"","\"third\""}'::jsonb[]) as job_ids \gset

reset role;
select results_eq(
    format($$select payload #>> '{}' from queue.job where job_id = any (%L::bigint[]) order by job_id$$, :'job_ids'),
    $$values ('first'), ('second'), ('third')$$,
    'the numbers follow the payloads'
);
select is(cardinality(:'job_ids'::bigint[]), 3, 'there is one for each');

select * from finish();
rollback;
