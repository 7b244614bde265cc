\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select queue.enqueue('mail.send') as needed_id \gset
select queue.enqueue('mail.send', depends_on => array[:needed_id]) as job_id \gset

select is((queue.get_job(:job_id)).state, 'blocked', 'it is blocked');
select is((queue.get_job(:needed_id)).state, 'queued', 'the other one is not');

select * from finish();
rollback;
