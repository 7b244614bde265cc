\ir ../../_setup.psql
select plan(1);

set local role gateway_owner;

select is_empty(
    'select r.path from gateway.route as r where to_regproc(r.function_name) is null',
    'no route leads nowhere'
);

select * from finish();
rollback;
