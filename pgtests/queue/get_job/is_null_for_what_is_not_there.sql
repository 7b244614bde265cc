\ir ../../_setup.psql
select plan(2);

select tests.given_tenant('acme') as acme, tests.given_tenant('other') as other \gset
select tests.as_tenant(:'other') as context, tests.given_job() as job_id \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select is((queue.get_job(7)).job_id, null, 'there is no such job');
select is((queue.get_job(:job_id)).job_id, null, 'nor is there one of another tenant');

select * from finish();
rollback;
