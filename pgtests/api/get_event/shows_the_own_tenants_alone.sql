\ir ../../_setup.psql
select plan(2);

select tests.given_tenant('acme') as acme, tests.given_tenant('globex') as globex \gset
select tests.given_key(:'acme') as secret, tests.given_key(:'globex') as other \gset
set local role howdah_api;
select r.body::jsonb ->> 'event_id' as event_id from tests.call(:'secret', 'emit_event', '{"type": "order.paid"}') as r \gset

select throws_ok(
    format($$select tests.call(%L, 'get_event', '{"event_id": %s}')$$, :'other', :'event_id'), 'WG404', null, 'another sees nothing'
);
select is((tests.call(:'other', 'list_events')).body::jsonb -> 'items', '[]', 'and finds nothing in its list');

select * from finish();
rollback;
