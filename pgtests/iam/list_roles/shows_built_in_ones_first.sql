\ir ../../_setup.psql
select plan(1);

select tests.given_tenant('acme') as acme, tests.given_tenant('globex') as globex \gset
select tests.given_key(:'acme') as owner, tests.given_key(:'globex') as other \gset
set local role api_owner;
select tests.as_key(:'owner') as context, iam.create_role('shipping', '{}') as created \gset
select tests.as_key(:'other') as context, iam.create_role('billing', '{}') as created \gset
select tests.as_key(:'owner') as context \gset

select results_eq(
    'select r.name, r.is_builtin from iam.list_roles() as r',
    $$values ('member'::text, true), ('owner', true), ('reader', true), ('shipping', false)$$,
    'then the tenant''s own; not the operator''s, nor another tenant''s'
);

select * from finish();
rollback;
