\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_job() as other_job \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
select tests.as_tenant(null) as context \gset
set local role howdah_worker;

select throws_ok(
    format($$select queue.enter(%s, %L, %s)$$, :page_id, :'lease_id', :other_job), 'QU404', null,
    'a lease opens no other tenant than those of its page'
);
select is(core.tenant_id(), null, 'nothing is entered');

select * from finish();
rollback;
