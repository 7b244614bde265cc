\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;

select throws_ok(
    format($$select queue.settle(%s, %L, tests.result(%s, 'lost'))$$, :page_id, :'lease_id', :job_id), '23514', null,
    'a worker that says what nobody understands has settled nothing'
);

select * from finish();
rollback;
