\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_job(kind => 'mail.send', payload => '[1]', priority => 3) as job_id \gset
set local role api_owner;

select results_eq(
    format($$select queue, kind, priority, max_attempts, payload, enqueued_at from queue.get_job(%s)$$, :job_id),
    $$values ('default', 'mail.send', 3::smallint, 20::smallint, '[1]'::jsonb, timestamptz '2026-01-01 12:00Z')$$,
    'a job as its tenant sees it'
);

select * from finish();
rollback;
