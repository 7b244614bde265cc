\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;
select queue.settle(:page_id, :'lease_id') as topics \gset

select throws_ok(
    format($$select queue.heartbeat(%s, %L)$$, :page_id, :'lease_id'), 'QU409', null,
    'there is nothing to keep'
);

select * from finish();
rollback;
