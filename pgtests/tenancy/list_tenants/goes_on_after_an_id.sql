\ir ../../_setup.psql
select plan(2);

select tests.given_tenant('a') as a, pg_sleep(0.002) as p1 \gset
select tests.given_tenant('b') as b, pg_sleep(0.002) as p2 \gset
select tests.given_tenant('c') as c \gset
set local role api_owner;

select results_eq(
    $$select t.slug::text from tenancy.list_tenants(null, 2) as t$$, $$values ('a'::text), ('b')$$, 'the first two, oldest first'
);
select results_eq(
    format('select t.slug::text from tenancy.list_tenants(%L, 2) as t', :'b'),
    $$values ('c'::text)$$, 'what comes after them'
);

select * from finish();
rollback;
