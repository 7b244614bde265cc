\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, core.new_id() as ada \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select is((tenancy.put_member(:'ada', 'reader')).role::text, 'reader', 'a user joins');
select tenancy.put_member(:'ada', 'member') as changed \gset
select results_eq(
    'select m.user_id, m.role::text from tenancy.list_members(null, 10) as m',
    format($$values (%L::uuid, 'member'::text)$$, :'ada'),
    'and is a member once, in the later role'
);

select * from finish();
rollback;
