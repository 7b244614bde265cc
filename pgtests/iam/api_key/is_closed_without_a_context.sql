\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset

set local role iam_owner;
select is_empty('select k.digest from iam.api_key as k', 'even the owner of the table sees no digest');
set local role gateway_owner;
select throws_ok('select k.digest from iam.api_key as k', '42501', null, 'the gateway may not even look');

select * from finish();
rollback;
