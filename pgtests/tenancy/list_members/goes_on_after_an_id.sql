\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;
select tenancy.put_member(u, 'reader') as put
from unnest('{00000000-0000-0000-0000-000000000001,00000000-0000-0000-0000-000000000002,00000000-0000-0000-0000-000000000003}'::uuid[]) as u
where (tenancy.get_tenant()).tenant_id is not null \g /dev/null

select results_eq(
    $$select right(m.user_id::text, 1) from tenancy.list_members('00000000-0000-0000-0000-000000000001', 1) as m$$,
    $$values ('2'::text)$$,
    'the next one, and no more than asked for'
);

select * from finish();
rollback;
