\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job(attempt => 3) \gset
set local role howdah_worker;
select queue.settle(:page_id, :'lease_id') as topics \gset

reset role;
select results_eq(
    format($$select state, attempt, error, finished_at from queue.get_job(%s)$$, :job_id),
    $$values ('succeeded', 3::smallint, null::jsonb, timestamptz '2026-01-01 12:00Z')$$,
    'it ended when its page was settled'
);

select * from finish();
rollback;
