\ir ../../_setup.psql
select plan(3);

select tests.given_tenant('acme') as acme, tests.given_tenant('globex') as globex \gset
select tests.given_key(:'acme') as owner, tests.given_key(:'globex') as other \gset
set local role api_owner;
select tests.as_key(:'other') as context, iam.create_role('shipping', '{}') as created \gset

select tests.as_key(:'owner') as context \gset
select throws_ok($$select iam.delete_role('pilot')$$, 'IA404', null, 'an unknown role');
select throws_ok($$select iam.delete_role('reader')$$, 'IA404', null, 'a built-in one');
select throws_ok($$select iam.delete_role('shipping')$$, 'IA404', null, 'one of another tenant');

select * from finish();
rollback;
