\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
select tests.at('2026-01-01 12:00:30Z') as at \gset
set local role howdah_worker;

select throws_ok(
    format($$select queue.complete(%s, %L, %s)$$, :page_id, :'lease_id', :job_id), 'QU409', null,
    'who overslept must take its effects back'
);

select * from finish();
rollback;
