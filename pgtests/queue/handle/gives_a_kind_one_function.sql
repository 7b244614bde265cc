\ir ../../_setup.psql
select plan(1);

set local role api_owner;
select queue.handle('sum', 'pg_catalog.pg_sleep') as first_handler \gset

select queue.handle('sum', 'pg_catalog.pg_notify') as second_handler \gset

reset role;
select results_eq(
    $$select function_name from queue.handler where kind = 'sum'$$, array['pg_notify'],
    'the last one named runs it'
);

select * from finish();
rollback;
