\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select tests.at('2026-01-01 12:00Z') as at, queue.enqueue('a') as needed_id \gset
select queue.enqueue('b', depends_on => array[:needed_id], run_at => '2026-01-01 13:00Z') as job_id \gset
select tests.settle(array[:needed_id]) as settled \gset
select is(tests.unblock(), '{}'::bigint[], 'it does not come up at once');
select is((queue.get_job(:job_id)).state, 'scheduled', 'it waits for its time alone');
reset role;
select results_eq(
    format($$select due_at from queue.timer where job_id = %s$$, :job_id), $$values (timestamptz '2026-01-01 13:00Z')$$,
    'by a timer'
);

select * from finish();
rollback;
