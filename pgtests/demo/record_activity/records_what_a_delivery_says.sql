\ir ../../_setup.psql
select plan(1);

select tests.given_tenant('acme') as acme \gset
select tests.as_tenant(:'acme');

set local role howdah_worker;
select demo.record_activity(
    event_id => 7, event_name => 'issues', action => 'opened', repository => 'acme/anvil',
    actor => 'coyote', occurred_at => '2026-01-01 12:00Z'
) as done \gset

reset role;
select results_eq(
    $$select tenant_id, event_id, event_name::text, action, repository, actor, occurred_at from demo.activity$$,
    format(
        $$values (%L::uuid, 7::bigint, 'issues', 'opened', 'acme/anvil', 'coyote', timestamptz '2026-01-01 12:00Z')$$,
        :'acme'
    ),
    'what a delivery says is recorded for the tenant of the job'
);

select * from finish();
rollback;
