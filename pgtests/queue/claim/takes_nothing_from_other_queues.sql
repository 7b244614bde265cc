\ir ../../_setup.psql
select plan(2);

select queue.define('mail') as defined, tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_waiting(array[tests.given_job()]) as page_id \gset
set local role howdah_worker;

select is_empty($$select from queue.claim('{mail}', 'test')$$, 'a worker gets what it serves');
select isnt_empty($$select from queue.claim('{mail,default}', 'test')$$, 'from all the queues that it serves');

select * from finish();
rollback;
