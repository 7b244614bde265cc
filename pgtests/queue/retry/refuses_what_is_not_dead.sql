\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_job() as waiting \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role api_owner;

select throws_ok(format('select queue.retry(%s)', :waiting), 'QU409', null, 'what waits will run anyway');
select throws_ok(format('select queue.retry(%s)', :job_id), 'QU409', null, 'what runs does so already');

select * from finish();
rollback;
