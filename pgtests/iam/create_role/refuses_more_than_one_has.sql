\ir ../../_setup.psql
select plan(4);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme', 'owner') as owner, tests.given_key(:'acme', 'member') as member \gset
set local role api_owner;

select tests.as_key(:'member') as context \gset
select throws_ok(
    $$select iam.create_role('x', '{tenant.write}')$$, 'IA403', null,
    'a member gives no right to rename'
);
select throws_ok($$select iam.create_role('x', '{*}')$$, 'IA403', null, 'nor to everything');
select lives_ok($$select iam.create_role('x', '{job.read}')$$, 'but what it has');
select tests.as_key(:'owner') as context \gset
select throws_ok(
    $$select iam.create_role('y', '{operator.tenant.create}')$$, 'IA403', null,
    'an owner gives none of the operator''s'
);

select * from finish();
rollback;
