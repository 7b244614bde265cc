\ir ../../_setup.psql
select plan(2);

select queue.define('mail') as defined, tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_waiting(array[tests.given_job(), tests.given_job()]) as waits \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role api_owner;

select results_eq(
    $$select name, state, waiting_count, running_count from queue.list_queues() where name in ('default', 'mail')$$,
    $$values ('default', 'running', 2::bigint, 1::bigint), ('mail', 'running', 0::bigint, 0::bigint)$$,
    'two jobs wait and one runs'
);
reset role;
set local role howdah_worker;
select queue.settle(:page_id, :'lease_id') as topics \gset
reset role;
set local role api_owner;
select is((select running_count from queue.list_queues() where name = 'default'), 0::bigint, 'then none does');

select * from finish();
rollback;
