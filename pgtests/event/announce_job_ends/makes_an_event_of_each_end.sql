\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
set local role queue_owner;

select event.announce_job_ends(jsonb_build_array(jsonb_build_object(
    'tenant_id', :'acme', 'job_id', 7, 'queue', 'default', 'kind', 'mail.send', 'state', 'dead', 'attempt', 3,
    'error', '{"type": "Test"}'::jsonb
))) as announced \gset

reset role;
select results_eq(
    'select tenant_id, type::text, key, data from event.event',
    format(
        $$
        values (
            %L::uuid, 'job.dead', 'job/7',
            '{"job_id": 7, "queue": "default", "kind": "mail.send", "attempt": 3, "error": {"type": "Test"}}'::jsonb
        )
        $$,
        :'acme'
    ),
    'the end of a job is an event of its tenant'
);

select * from finish();
rollback;
