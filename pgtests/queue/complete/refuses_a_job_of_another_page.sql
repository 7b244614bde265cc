\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_job() as other_job \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;

select throws_ok(
    format($$select queue.complete(%s, %L, %s)$$, :page_id, :'lease_id', :other_job), 'QU409', null,
    'a lease is for the jobs of its page'
);

select * from finish();
rollback;
