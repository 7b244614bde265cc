\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select batch_id, job_ids from queue.start_batch('a', '{1,2,3}', 'after') \gset
select is((queue.get_batch(:batch_id)).state, 'closed', 'no more jobs come in');
select is((queue.get_batch(:batch_id)).job_count, 3, 'those of the call are in');

select * from finish();
rollback;
