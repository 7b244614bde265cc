\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_job(kind => 'mail.send', payload => '{"to": 1}') as job_id \gset
select tests.given_waiting(array[:job_id::bigint]) as page_id \gset
set local role howdah_worker;

select results_eq(
    $$
    select leased_until, tenant_id, job_id, queue, kind, attempt, max_attempts, payload, trace, sql_handler
    from queue.claim('{default}', 'test')
    $$,
    format(
        $$
        values (
            timestamptz '2026-01-01 12:00:30Z', %L::uuid, %s::bigint, 'default', 'mail.send', 1::smallint,
            20::smallint, '{"to": 1}', null::text, null::text
        )
        $$,
        :'acme', :job_id
    ),
    'a row for the job, with the lease of its page'
);

select * from finish();
rollback;
