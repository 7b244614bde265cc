\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_page(array[tests.given_job()]) as page_id \gset
update queue.queue set is_paused = true where name = 'default';
set local role howdah_worker;

select is_empty($$select from queue.claim('{default}', 'test')$$, 'what is paused stays');

select * from finish();
rollback;
