\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme', 'owner') as secret \gset
set local role gateway_owner;

select results_eq(
    format('select c.tenant_id, c.role, c.permissions, c.is_suspended from iam.authenticate(tests.digest(%L)) as c', :'secret'),
    format($$values (%L::uuid, 'owner'::text, '{*}'::text[], false)$$, :'acme'),
    'the tenant, the role and what it lets one do'
);
select isnt(
    (iam.authenticate(tests.digest(:'secret'))).principal_id, null,
    'and the key as the one who acts'
);

select * from finish();
rollback;
