\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_job() as one, tests.given_job(max_attempts => 1) as other \gset
select tests.given_page(array[:one, :other]::bigint[]) as page_id \gset
select tests.given_lease(:page_id) as lease_id, tests.at('2026-01-01 12:00:30Z') as at \gset
set local role queue_engine;

select queue.expire_page(:page_id) as expired \gset

reset role;
select is(tests.state_of(:one), 'retrying', 'a job whose worker is gone is attempted again');
select is(tests.state_of(:other), 'dead', 'if it has an attempt left');
select is(
    (select distinct error ->> 'type' from queue.outcome where page_id = :page_id), 'lease_expired',
    'and says why it failed'
);

select * from finish();
rollback;
