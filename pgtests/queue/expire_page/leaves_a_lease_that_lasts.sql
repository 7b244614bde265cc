\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;
select tests.at('2026-01-01 12:00:29Z') as at, queue.heartbeat(:page_id, :'lease_id') as until \gset
reset role;
set local role queue_engine;

select tests.at('2026-01-01 12:00:58Z') as at, queue.expire_page(:page_id) as expired \gset
reset role;
select is(tests.state_of(:job_id), 'running', 'a heartbeat counts');
set local role queue_engine;
select tests.at('2026-01-01 12:00:59Z') as at, queue.expire_page(:page_id) as expired \gset
reset role;
select is(tests.state_of(:job_id), 'retrying', 'as long as it lasts');

select * from finish();
rollback;
