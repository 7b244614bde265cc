\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme', 'owner') as owner, tests.given_key(:'acme', 'member') as member \gset
select k.api_key_id as owner_id from iam.api_key as k where k.digest = tests.digest(:'owner') \gset
select k.api_key_id as member_id from iam.api_key as k where k.digest = tests.digest(:'member') \gset
set local role api_owner;

select tests.as_key(:'member') as context \gset
select throws_ok(
    format('select iam.revoke_api_key(%L)', :'owner_id'), 'IA403', null,
    'a member does not lock the owner out'
);
select lives_ok(format('select iam.revoke_api_key(%L)', :'member_id'), 'one may give up the own key');
select tests.as_key(:'owner') as context \gset
select lives_ok(format('select iam.revoke_api_key(%L)', :'owner_id'), 'an owner may revoke any');

select * from finish();
rollback;
