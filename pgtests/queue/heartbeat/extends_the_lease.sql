\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
select tests.at('2026-01-01 12:00:20Z') as at \gset
set local role howdah_worker;

select is(
    (queue.heartbeat(:page_id, :'lease_id')).leased_until, timestamptz '2026-01-01 12:00:50Z',
    'the lease lasts as long as the queue gives, from now on'
);
select tests.at('2026-01-01 12:00:40Z') as at \gset
select lives_ok(
    format($$select queue.settle(%s, %L)$$, :page_id, :'lease_id'),
    'who kept its lease settles after the time that it was first given'
);

select * from finish();
rollback;
