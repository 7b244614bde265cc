\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;
select queue.settle(:page_id, :'lease_id') as topics \gset

select throws_ok(
    format($$select queue.settle(%s, %L, tests.result(%s, 'dead'))$$, :page_id, :'lease_id', :job_id), 'QU409', null,
    'a page ends once'
);

reset role;
select is(tests.state_of(:job_id), 'succeeded', 'as it was said first');

select * from finish();
rollback;
