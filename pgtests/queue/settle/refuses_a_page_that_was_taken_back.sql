\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
select tests.at('2026-01-01 12:00:30Z') as at \gset
set local role queue_engine;
select queue.expire_page(:page_id) as expired, tests.at('2026-01-01 12:00:29Z') as at \gset
reset role;
set local role howdah_worker;

select throws_ok(
    format($$select queue.settle(%s, %L)$$, :page_id, :'lease_id'), 'QU409', null,
    'the end of a lease stands, whatever the clock says afterwards'
);

select * from finish();
rollback;
