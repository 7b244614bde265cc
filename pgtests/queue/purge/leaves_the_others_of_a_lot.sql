\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select queue.enqueue_batch('x', array['1', '"secret"', '3']::jsonb[]) as job_ids \gset
select tests.given_page(:'job_ids') as page_id \gset
select tests.given_lease(:page_id) as lease_id \gset
select queue.settle(:page_id, :'lease_id') as rings \gset
set local role api_owner;
select queue.purge((:'job_ids'::bigint[])[2]) as purged \gset

select results_eq(
    'select payload, state from queue.list_jobs(null, 10)', $$values ('3'::jsonb, 'succeeded'), ('1', 'succeeded')$$,
    'they are as they were'
);
reset role;
select results_eq('select payloads from queue.lot', $$values (array['1', 'null', '3']::jsonb[])$$, 'only one is overwritten');

select * from finish();
rollback;
