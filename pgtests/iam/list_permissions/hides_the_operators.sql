\ir ../../_setup.psql
select plan(2);

set local role api_owner;

select is_empty(
    $$select p.name from iam.list_permissions() as p where p.name like 'operator.%'$$,
    'no role can carry those'
);
select isnt_empty(
    $$select p.name from iam.list_permissions() as p where p.name = 'job.write'$$,
    'all others are there'
);

select * from finish();
rollback;
