\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as owner \gset
select tests.as_key(:'owner') as context \gset
set local role api_owner;
select iam.create_role('shipping', '{job.read}') as created \gset
select (api_key).api_key_id from iam.create_api_key('shipper', 'shipping') \gset

select throws_ok($$select iam.delete_role('shipping')$$, 'IA409', null, 'a key acts in it');
select iam.revoke_api_key(:'api_key_id') as revoked \gset
select lives_ok($$select iam.delete_role('shipping')$$, 'once it is revoked the role goes');
select throws_ok($$select iam.create_api_key('shipper', 'shipping')$$, 'IA422', null, 'and is gone');

select * from finish();
rollback;
