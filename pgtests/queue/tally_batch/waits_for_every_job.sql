\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select batch_id, job_ids[1] as job_id from queue.start_batch('a', '{1,2}', 'after') \gset
select tests.settle(array[:job_id]) as settled \gset
select is(tests.tally(:batch_id), null, 'nothing follows while a job has not ended');
select queue.open_batch('after') as batch_id \gset
select is(tests.tally(:batch_id), null, 'nor while jobs may come in');

select * from finish();
rollback;
