\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_job(is_announced => true) as good, tests.given_job(is_announced => true) as dead \gset
select tests.given_job(is_announced => true) as failing, tests.given_job() as quiet \gset
select tests.given_page(array[:good, :dead, :failing, :quiet]::bigint[]) as page_id \gset
select tests.given_lease(:page_id) as lease_id \gset
set local role howdah_worker;

select is(
    queue.settle(:page_id, :'lease_id', tests.result(:dead, 'dead') || tests.result(:failing, 'failed')),
    '{event,queue}'::text[], 'readers of events are to be woken as well'
);

reset role;
select bag_eq(
    format($$select type::text, (data ->> 'job_id')::bigint from event.event where tenant_id = %L$$, :'acme'),
    format($$values ('job.succeeded', %s::bigint), ('job.dead', %s::bigint)$$, :good, :dead),
    'what has ended is told, once; what comes back, and what nobody wants to hear of, is not'
);

select * from finish();
rollback;
