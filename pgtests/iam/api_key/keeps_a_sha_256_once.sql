\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
select tests.as_tenant(:'acme') as context \gset
set local role iam_owner;

select throws_ok(
    $$insert into iam.api_key (tenant_id, name, role, digest, hint) values (core.tenant_id(), 'x', 'owner', 'secret', '')$$,
    '23514', null, 'the secret itself does not fit'
);
select throws_ok(
    format($$insert into iam.api_key (tenant_id, name, role, digest, hint) values (core.tenant_id(), 'x', 'owner', tests.digest(%L), '')$$, :'secret'),
    '23505', null, 'a secret opens one door'
);

select * from finish();
rollback;
