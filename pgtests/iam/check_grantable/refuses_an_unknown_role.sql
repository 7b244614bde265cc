\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme', 'member') as member \gset
select tests.as_key(:'member') as context \gset
set local role api_owner;

select throws_ok($$select iam.check_grantable('pilot')$$, 'IA422', null, 'there is no such role');
select lives_ok($$select iam.check_grantable('member')$$, 'the own role can be given');

select * from finish();
rollback;
