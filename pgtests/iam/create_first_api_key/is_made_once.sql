\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
set local role api_owner;

select iam.create_first_api_key(:'acme') as secret \gset
select throws_ok(
    format('select iam.create_first_api_key(%L)', :'acme'), 'IA409', null, 'a second one is refused'
);

set local role gateway_owner;
select is((iam.authenticate(tests.digest(:'secret'))).role, 'owner', 'the first is an owner''s');
set local role howdah_api;
select throws_ok(
    format('select iam.create_first_api_key(%L)', :'acme'), '42501', null,
    'and not for everybody to make'
);

select * from finish();
rollback;
