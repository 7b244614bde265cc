\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role api_owner;

select results_eq(
    'select worker, queue, page_count, job_count from queue.list_workers()', $$values ('test', 'default', 1::bigint, 1::bigint)$$,
    'a worker with its pages and jobs'
);
select results_eq(
    'select page_id, worker, job_count, settled_count, job_id from queue.list_pages()',
    format($$values (%s::bigint, 'test', 1::bigint, 0::bigint, %s::bigint)$$, :page_id, :job_id), 'and each page'
);
reset role;
set local role howdah_worker;
select queue.settle(:page_id, :'lease_id') as rings \gset
reset role;
set local role api_owner;
select is_empty('select from queue.list_workers() union all select from queue.list_pages()', 'what has ended is not held');

select * from finish();
rollback;
