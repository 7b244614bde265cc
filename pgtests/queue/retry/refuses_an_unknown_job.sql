\ir ../../_setup.psql
select plan(2);

select tests.given_tenant('acme') as acme, tests.given_tenant('other') as other \gset
select tests.as_tenant(:'other') as context, tests.given_job() as job_id \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select throws_ok('select queue.retry(7)', 'QU404', null, 'there is no such job');
select throws_ok(format('select queue.retry(%s)', :job_id), 'QU404', null, 'nor is there one of another tenant');

select * from finish();
rollback;
