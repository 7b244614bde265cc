\ir ../../_setup.psql
select plan(2);

select tests.given_tenant('acme') as acme, tests.given_tenant('globex') as globex \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select results_eq(
    $$select t.name::text, t.version from tenancy.rename_tenant('Acme Inc') as t$$, $$values ('Acme Inc'::text, 2)$$,
    'the name is new and the version next'
);
select results_eq(
    $$select t.slug::text, t.name::text from tenancy.list_tenants(null, 10) as t order by t.slug$$,
    $$values ('acme'::text, 'Acme Inc'::text), ('globex', 'globex')$$,
    'another tenant keeps its name'
);

select * from finish();
rollback;
