\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_job() as waiting \gset
select job_id as running from tests.given_running_job() \gset
set local role api_owner;

select throws_ok(format('select queue.purge(%s)', :waiting), 'QU409', null, 'a job that waits');
select throws_ok(format('select queue.purge(%s)', :running), 'QU409', null, 'one that runs');
select throws_ok('select queue.purge(1)', 'QU404', null, 'and none');

select * from finish();
rollback;
