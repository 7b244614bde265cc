\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_waiting(array[tests.given_job()]) as page_id \gset
set local role howdah_worker;
select count(*) as claimed from queue.claim('{default}', 'one') \gset

select is_empty($$select from queue.claim('{default}', 'two')$$, 'what one worker has no other gets');
select is(:claimed, 1, 'while it is held');

select * from finish();
rollback;
