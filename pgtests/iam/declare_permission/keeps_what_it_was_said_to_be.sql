\ir ../../_setup.psql
select plan(1);

set local role gateway_owner;
select
    iam.declare_permission('rocket.launch', 'Launch rockets'),
    iam.declare_permission('rocket.launch', 'Something else') as declared \gset

set local role api_owner;
select results_eq(
    $$select p.description from iam.list_permissions() as p where p.name = 'rocket.launch'$$, $$values ('Launch rockets'::text)$$,
    'the first description stays'
);

select * from finish();
rollback;
