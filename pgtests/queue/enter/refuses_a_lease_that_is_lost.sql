\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;

select throws_ok(
    format($$select queue.enter(%s, gen_random_uuid(), %s)$$, :page_id, :job_id), 'QU409', null,
    'a stranger enters nowhere'
);

select * from finish();
rollback;
