\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context \gset

set local role api_owner;
select (e.event).event_id, e.job_ids from event.emit('order.paid', '{"n": 1}', 'order/7') as e \gset

reset role;
select results_eq(
    format(
        $$select type::text, key, data, emitted_at from event.event where tenant_id = %L and event_id = %s$$,
        :'acme', :event_id
    ),
    $$values ('order.paid', 'order/7', '{"n": 1}'::jsonb, timestamptz '2026-01-01 12:00Z')$$,
    'the event is in the log of the tenant'
);
select is(:'job_ids'::bigint[], '{}', 'without rules it sets nothing off');

select * from finish();
rollback;
