\ir ../../_setup.psql
select plan(3);

select tests.given_tenant('acme') as acme, tests.given_tenant('globex') as globex \gset
select tests.given_key(:'acme') as owner, tests.given_key(:'globex') as other \gset
set local role api_owner;
select tests.as_key(:'owner') as context, iam.create_role('shipping', '{}') as created \gset

select throws_ok(
    $$select iam.create_role('shipping', '{job.read}')$$, 'IA409', null, 'a name is given once'
);
select throws_ok(
    $$select iam.create_role('owner', '{job.read}')$$, 'IA409', null,
    'and not that of a built-in role'
);
select tests.as_key(:'other') as context \gset
select lives_ok($$select iam.create_role('shipping', '{job.read}')$$, 'another tenant gives its own');

select * from finish();
rollback;
