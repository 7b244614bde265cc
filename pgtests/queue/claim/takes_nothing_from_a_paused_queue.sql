\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_waiting(array[tests.given_job()]) as page_id \gset
select queue.pause('default') as paused \gset
set local role howdah_worker;

select is_empty($$select from queue.claim('{default}', 'test')$$, 'what is paused stays');

select * from finish();
rollback;
