\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
select tests.as_key(:'secret') as context \gset

set local role gateway_owner;
select is((iam.authenticate(tests.digest(:'secret'))).tenant_id, :'acme', 'a key opens its tenant');
set local role api_owner;
select iam.revoke_api_key(core.principal_id()) as revoked \gset
set local role gateway_owner;
select is(
    (iam.authenticate(tests.digest(:'secret'))).tenant_id, null,
    'a revoked one opens nothing, at once'
);

select * from finish();
rollback;
