\ir ../../_setup.psql
select plan(4);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme', 'owner') as owner, tests.given_key(:'acme', 'member') as member \gset
set local role api_owner;

select tests.as_key(:'member') as context \gset
select throws_ok($$select iam.create_api_key('x', 'owner')$$, 'IA403', null, 'a member makes no owner');
select lives_ok($$select iam.create_api_key('x', 'reader')$$, 'but a reader');
select tests.as_key(:'owner') as context \gset
select throws_ok(
    $$select iam.create_api_key('x', 'operator')$$, 'IA403', null, 'an owner makes no operator'
);
select tests.as_tenant(:'acme') as context \gset
select throws_ok($$select iam.create_api_key('x', 'reader')$$, 'IA403', null, 'and nobody makes nothing');

select * from finish();
rollback;
