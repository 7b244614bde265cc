\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context \gset
select (e.event).event_id, e.event as emitted from event.emit('order.paid', '{"n": 1}', 'order/7') as e \gset
set local role event_engine;

select is(
    event.to_json(:'emitted')::jsonb,
    jsonb_build_object(
        'event_id', :event_id, 'type', 'order.paid', 'key', 'order/7', 'emitted_at', '2026-01-01T12:00:00+00:00',
        'data', '{"n": 1}'::jsonb
    ),
    'an event as JSON'
);

select * from finish();
rollback;
