\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as owner, tests.given_key(:'acme', 'shipping') as secret \gset
select tests.as_key(:'owner') as context \gset
set local role api_owner;

select is(
    (iam.create_role('shipping', '{job.read,event.read}', 'Ships')).permissions,
    '{job.read,event.read}'::text[], 'a role is made'
);

set local role gateway_owner;
select is(
    (iam.authenticate(tests.digest(:'secret'))).permissions, '{job.read,event.read}'::text[],
    'a key in it may do so'
);

select * from finish();
rollback;
