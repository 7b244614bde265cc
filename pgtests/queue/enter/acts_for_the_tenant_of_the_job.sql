\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
select tests.as_tenant(null) as context \gset
set local role howdah_worker;

select queue.enter(:page_id, :'lease_id', :job_id) as entered \gset

select is(core.tenant_id(), :'acme'::uuid, 'the handler sees what the tenant of its job sees');
select is(core.request_id(), 'job ' || :job_id, 'and is known by its job');

select * from finish();
rollback;
