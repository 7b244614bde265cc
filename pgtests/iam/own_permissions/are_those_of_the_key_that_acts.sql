\ir ../../_setup.psql
select plan(3);

select tests.given_tenant('acme') as acme, tests.given_tenant('globex') as globex \gset
select tests.given_key(:'acme', 'owner') as owner \gset
set local role api_owner;

select is(iam.own_permissions(), null, 'nobody has none');
select tests.as_key(:'owner') as context \gset
select is(iam.own_permissions(), '{*}'::text[], 'an owner has them all');
select tests.as_tenant(:'globex', core.principal_id()) as context \gset
select is(iam.own_permissions(), null, 'a key is nobody in another tenant');

select * from finish();
rollback;
