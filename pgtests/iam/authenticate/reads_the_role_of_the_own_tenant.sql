\ir ../../_setup.psql
select plan(1);

select tests.given_tenant('acme') as acme, tests.given_tenant('globex') as globex \gset
select tests.given_key(:'acme') as owner, tests.given_key(:'globex', 'shipping') as secret \gset
select tests.as_key(:'owner') as context \gset
set local role api_owner;
select iam.create_role('shipping', '{job.write}') as created \gset

set local role gateway_owner;
select is(
    (iam.authenticate(tests.digest(:'secret'))).permissions, '{}'::text[],
    'another tenant''s role of that name gives nothing'
);

select * from finish();
rollback;
