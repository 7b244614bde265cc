\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as owner \gset
select tests.as_key(:'owner') as context \gset
set local role api_owner;

select throws_ok(
    $$select iam.create_role('x', '{rocket.launch}')$$, 'IA422', null, 'there is no such right'
);
select throws_ok($$select iam.create_role('x', '{null}')$$, 'IA422', null, 'one without a name is none');
select throws_ok(
    $$select iam.create_role('x', '{job.read,null}')$$, 'IA422', null, 'not even beside another'
);

select * from finish();
rollback;
