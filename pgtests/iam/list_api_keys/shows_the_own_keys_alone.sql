\ir ../../_setup.psql
select plan(1);

select tests.given_tenant('acme') as acme, tests.given_tenant('globex') as globex \gset
select tests.given_key(:'acme', 'owner') as owner, tests.given_key(:'globex', 'member') as other \gset
select tests.as_key(:'owner') as context \gset
set local role api_owner;

select results_eq(
    'select k.role::text from iam.list_api_keys(null, 10) as k', $$values ('owner'::text)$$,
    'those of another tenant are not there'
);

select * from finish();
rollback;
