\ir ../../_setup.psql
select plan(4);

set local role api_owner;
select throws_ok('select iam.bootstrap_operator_key()', '42501', null, 'no service may');

set local role iam_engine;
select iam.bootstrap_operator_key() as secret \gset
select throws_ok('select iam.bootstrap_operator_key()', 'TE409', null, 'it is done once');

set local role gateway_owner;
select is((iam.authenticate(tests.digest(:'secret'))).role, 'operator', 'the key is an operator''s');
select is(
    iam.allows((iam.authenticate(tests.digest(:'secret'))).permissions, 'operator.tenant.create'), true,
    'and creates tenants'
);

select * from finish();
rollback;
