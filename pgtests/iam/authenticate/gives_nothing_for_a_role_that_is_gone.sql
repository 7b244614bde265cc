\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme', 'forgotten') as secret \gset
set local role gateway_owner;

select is((iam.authenticate(tests.digest(:'secret'))).permissions, '{}'::text[], 'it lets one do nothing');

select * from finish();
rollback;
