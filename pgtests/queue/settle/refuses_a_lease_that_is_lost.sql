\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;

select throws_ok(
    format($$select queue.settle(%s, gen_random_uuid())$$, :page_id), 'QU409', null,
    'a stranger settles nothing'
);
select tests.at('2026-01-01 12:00:30Z') as at \gset
select throws_ok(
    format($$select queue.settle(%s, %L)$$, :page_id, :'lease_id'), 'QU409', null,
    'nor does who overslept'
);

reset role;
select is(tests.state_of(:job_id), 'queued', 'and nothing of it counts');

select * from finish();
rollback;
