\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job(is_announced => true) \gset
set local role howdah_worker;

select queue.complete(:page_id, :'lease_id', :job_id) as completed \gset
select queue.settle(:page_id, :'lease_id') as topics \gset

reset role;
select results_eq(
    format($$select type::text, key from event.event where tenant_id = %L$$, :'acme'),
    format($$values ('job.succeeded', 'job/%s')$$, :job_id),
    'the end is told when the job completes, not again with its page'
);

select * from finish();
rollback;
