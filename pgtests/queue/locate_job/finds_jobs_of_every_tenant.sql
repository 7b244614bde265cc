\ir ../../_setup.psql
select plan(3);

select tests.given_tenant('one') as one, tests.given_tenant('two') as two \gset
select tests.as_tenant(:'one') as context, tests.given_job() as other \gset
select tests.as_tenant(:'two') as context \gset
select job_id, page_id from tests.given_running_job() \gset
select core.set_context(null, null, null) as context \gset
set local role api_owner;

select results_eq(
    format('select tenant_id, queue, kind, state, attempt, page_id, worker from queue.locate_job(%s)', :job_id),
    format($$values (%L::uuid, 'default', 'test.work', 'running', 1::smallint, %s::bigint, 'test')$$, :'two', :page_id),
    'whose it is, and where'
);
select results_eq(
    format('select tenant_id, state from queue.locate_job(%s)', :other), format($$values (%L::uuid, 'queued')$$, :'one'),
    'one that waits, too'
);
select throws_ok(format('select queue.locate_job(%s)', :job_id + 1), 'QU404', null, 'a number that no job has');

select * from finish();
rollback;
