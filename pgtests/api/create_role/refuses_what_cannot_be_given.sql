\ir ../../_setup.psql
select plan(4);

select tests.given_key(tests.given_tenant('acme')) as owner \gset
set local role howdah_api;
select tests.call(:'owner', 'create_role', '{"name": "shipping", "permissions": []}') as created \gset
select format('select tests.call(%L, ''create_role'', %%L)', :'owner') as create_role \gset

select throws_ok(
    format(:'create_role', '{"name": "shipping", "permissions": []}'), 'IA409', null,
    'a name that is taken'
);
select throws_ok(
    format(:'create_role', '{"name": "x", "permissions": ["rocket.launch"]}'), 'IA422', null,
    'a right that is none'
);
select throws_ok(
    format(:'create_role', '{"name": "x", "permissions": [null]}'), 'IA422', null,
    'one without a name'
);
select throws_ok(
    format(:'create_role', '{"name": "x", "permissions": ["operator.tenant.read"]}'), 'IA403', null,
    'one of the operator'
);

select * from finish();
rollback;
