\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.at('2026-01-01 12:00Z') as at \gset

set local role api_owner;
select queue.enqueue('mail.send', '{"to": "coyote"}', trace => '00-1-2-01') as job_id \gset

reset role;
select results_eq(
    format(
        $$
        select queue::text, kind::text, payload, priority, run_at, max_attempts, is_announced, trace, enqueued_at
        from queue.job
        where tenant_id = %L and job_id = %s
        $$,
        :'acme', :job_id
    ),
    $$
    values (
        'default', 'mail.send', '{"to": "coyote"}'::jsonb, 2::smallint, null::timestamptz, null::smallint, false,
        '00-1-2-01', timestamptz '2026-01-01 12:00Z'
    )
    $$,
    'a job of the tenant waits in the default queue, with all it was given'
);

select * from finish();
rollback;
