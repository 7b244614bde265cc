\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select queue.enqueue('a', null) as job_id \gset

select is((queue.get_job(:job_id)).payload, 'null'::jsonb, 'no payload is the payload null');

select * from finish();
rollback;
