\ir ../_setup.psql
select plan(9);

select tests.given_key(tests.given_tenant('operator'), 'operator') as operator \gset
set local role howdah_api;

-- The operator opens a tenant and hands over its first key.
select (tests.call(:'operator', 'create_tenant', '{"slug": "acme", "name": "Acme Ltd"}')).body::jsonb as created \gset
select :'created'::jsonb ->> 'api_key' as owner, :'created'::jsonb #>> '{tenant,tenant_id}' as acme \gset
select is((tests.call(:'owner', 'whoami')).body::jsonb ->> 'tenant_id', :'acme', 'the owner is in');

-- The owner makes a role for the shop, a key in it, and takes a colleague on.
select tests.call(:'owner', 'create_role', '{"name": "shop", "permissions": ["event.emit", "event.read", "job.read"]}') as role \gset
select (tests.call(:'owner', 'create_api_key', '{"name": "shop", "role": "shop"}')).body::jsonb as made \gset
select :'made'::jsonb ->> 'secret' as shop, :'made'::jsonb #>> '{api_key,api_key_id}' as key \gset
select is(
    tests.code(tests.call(:'owner', 'add_member', '{"email": "ada@example.org", "role": "member"}')),
    '201', 'Ada joins'
);

-- The shop does what it is there for, and nothing else.
select is(
    tests.code(tests.call(:'shop', 'emit_event', '{"type": "order.created", "data": {"order": 1}}', 'order-1')),
    '201', 'the shop emits'
);
select is(
    (tests.call(:'shop', 'emit_event', '{"type": "order.created", "data": {"order": 1}}', 'order-1')).headers,
    '{"Idempotency-Replayed": "true"}', 'again by mistake, and nothing happens twice'
);
select is(tests.code(tests.call(:'shop', 'list_api_keys')), '403 IA403', 'it looks at no keys');
select throws_ok(
    format($$select tests.call(%L, 'delete_role', '{"name": "shop"}')$$, :'owner'), 'IA409', null,
    'its role is in use'
);

-- The key leaks and is revoked; later the bills stay unpaid.
select tests.call(:'owner', 'revoke_api_key', jsonb_build_object('api_key_id', :'key')) as revoked \gset
select is(tests.code(tests.call(:'shop', 'list_events')), '401 IA401', 'who found the key finds nothing');
select tests.call(:'operator', 'set_tenant_state', jsonb_build_object('tenant_id', :'acme', 'state', 'suspended')) as suspended \gset
select is(tests.code(tests.call(:'owner', 'get_tenant')), '403 TE403', 'a suspended tenant does nothing');

-- What was done can be told.
set local role audit_owner;
select tests.as_tenant(:'acme') as context \gset
select results_eq(
    'select e.action from audit.entry as e order by e.entry_id',
    $$values ('create_role'::text), ('create_api_key'), ('add_member'), ('emit_event'), ('revoke_api_key')$$,
    'each deed once, in order'
);

select * from finish();
rollback;
