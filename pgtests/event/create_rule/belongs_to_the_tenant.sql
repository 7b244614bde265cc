\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select results_eq(
    $$
    select tenant_id, event_type, queue::text, kind::text, priority, is_announced, created_at
    from event.create_rule('order.*', 'count')
    $$,
    format(
        $$values (%L::uuid, 'order.*', 'default', 'count', 2::smallint, true, timestamptz '2026-01-01 12:00Z')$$,
        :'acme'
    ),
    'a rule of the tenant, announced unless it says otherwise'
);

select * from finish();
rollback;
