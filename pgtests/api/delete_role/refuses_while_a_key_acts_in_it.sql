\ir ../../_setup.psql
select plan(3);

select tests.given_key(tests.given_tenant('acme')) as owner \gset
set local role howdah_api;
select tests.call(:'owner', 'create_role', '{"name": "shipping", "permissions": []}') as created \gset
select (tests.call(:'owner', 'create_api_key', '{"name": "x", "role": "shipping"}')).body::jsonb #>> '{api_key,api_key_id}' as key \gset

select throws_ok(
    format($$select tests.call(%L, 'delete_role', '{"name": "shipping"}')$$, :'owner'), 'IA409',
    null, 'a key acts in it'
);
select tests.call(:'owner', 'revoke_api_key', jsonb_build_object('api_key_id', :'key')) as revoked \gset
select is(
    tests.code(tests.call(:'owner', 'delete_role', '{"name": "shipping"}')), '204',
    'none does any more'
);
select throws_ok(
    format($$select tests.call(%L, 'delete_role', '{"name": "shipping"}')$$, :'owner'), 'IA404',
    null, 'it is gone'
);

select * from finish();
rollback;
