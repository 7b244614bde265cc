\ir ../../_setup.psql
select plan(1);

select tests.given_key(tests.given_tenant('acme')) as owner \gset
set local role howdah_api;
select tests.call(:'owner', 'create_role', '{"name": "shipping", "permissions": []}') as created \gset

select results_eq(
    format($$select i ->> 'name' from jsonb_array_elements((tests.call(%L, 'list_roles')).body::jsonb -> 'items') as i$$, :'owner'),
    $$values ('member'::text), ('owner'), ('reader'), ('shipping')$$,
    'built-in ones, then the tenant''s own'
);

select * from finish();
rollback;
