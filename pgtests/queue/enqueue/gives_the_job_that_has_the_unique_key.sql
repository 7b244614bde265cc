\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select queue.enqueue('mail.send', unique_key => 'a') as job_id \gset

select is(queue.enqueue('mail.send', unique_key => 'a'), :job_id, 'the second call gives the job of the first');
select isnt(queue.enqueue('mail.send'), :job_id, 'a call without a key does not');

select * from finish();
rollback;
