\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;

select throws_ok(
    format($$select queue.heartbeat(%s, gen_random_uuid())$$, :page_id), 'QU409', null,
    'a stranger keeps no lease'
);
select tests.at('2026-01-01 12:00:30Z') as at \gset
select throws_ok(
    format($$select queue.heartbeat(%s, %L)$$, :page_id, :'lease_id'), 'QU409', null,
    'nor does who comes too late'
);

select * from finish();
rollback;
