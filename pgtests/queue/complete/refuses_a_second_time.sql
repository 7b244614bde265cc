\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;
select queue.complete(:page_id, :'lease_id', :job_id) as completed \gset

select throws_ok(
    format($$select queue.complete(%s, %L, %s)$$, :page_id, :'lease_id', :job_id), 'QU409', null,
    'a second transaction must take its effects back'
);

select * from finish();
rollback;
