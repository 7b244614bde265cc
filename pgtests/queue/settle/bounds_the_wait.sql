\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context, tests.given_job() as endless, tests.given_job() as negative \gset
select tests.given_page(array[:endless, :negative]::bigint[]) as page_id \gset
select tests.given_lease(:page_id) as lease_id \gset
set local role howdah_worker;
select queue.settle(
    :page_id, :'lease_id',
    tests.result(:endless, 'snoozed', 1e300) || tests.result(:negative, 'snoozed', -1e300)
) as topics \gset

reset role;
select results_eq(
    format($$select due_at from queue.timer where job_id in (%s, %s) order by job_id$$, :endless, :negative),
    $$values (timestamptz '2027-01-01 12:00Z'), (timestamptz '2026-01-01 12:00Z')$$,
    'no wait is longer than a year, none is negative, and neither keeps the page from being settled'
);

select * from finish();
rollback;
