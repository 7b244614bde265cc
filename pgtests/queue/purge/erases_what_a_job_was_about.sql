\ir ../../_setup.psql
select plan(6);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_dead('"secret"') as job_id \gset
set local role api_owner;
select queue.purge(:job_id) as purged \gset

select is((queue.get_job(:job_id)).job_id, null, 'it is not shown');
select is_empty('select from queue.list_jobs(null, 10) union all select from queue.list_dead(null, 10)', 'nor listed');
select throws_ok(format('select queue.retry(%s)', :job_id), 'QU404', null, 'it can''t be brought back');
select throws_ok(format('select queue.purge(%s)', :job_id), 'QU404', null, 'nor purged again');

reset role;
select is_empty($$select from queue.lot where payloads::text like '%secret%'$$, 'its payload is overwritten');
select is_empty($$select from queue.outcome where error::text like '%wrong%'$$, 'its error is gone');

select * from finish();
rollback;
