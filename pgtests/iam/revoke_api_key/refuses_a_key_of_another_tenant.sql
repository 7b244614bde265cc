\ir ../../_setup.psql
select plan(2);

select tests.given_tenant('acme') as acme, tests.given_tenant('globex') as globex \gset
select tests.given_key(:'acme') as owner, tests.given_key(:'globex') as other \gset
set local role api_owner;
select tests.as_key(:'other') as context \gset
select k.api_key_id from iam.list_api_keys(null, 1) as k \gset

select tests.as_key(:'owner') as context \gset
select throws_ok(format('select iam.revoke_api_key(%L)', :'api_key_id'), 'IA404', null, 'it is not there');
select throws_ok('select iam.revoke_api_key(core.new_id())', 'IA404', null, 'as one that never was');

select * from finish();
rollback;
