\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select job_id from queue.enqueue_unique('a', 'mail.send') \gset
select tests.settle(array[:job_id], 'failed') as settled \gset
select is_duplicate as while_it_comes_back from queue.enqueue_unique('a', 'mail.send') \gset
select tests.settle(array[:job_id], 'dead', 2) as settled \gset

select ok(:'while_it_comes_back', 'a job that comes back keeps its key');
select ok(not is_duplicate, 'one that is dead does not') from queue.enqueue_unique('a', 'mail.send');
select ok(is_duplicate, 'then another has the key') from queue.enqueue_unique('a', 'mail.send');

select * from finish();
rollback;
