\ir ../_setup.psql
select plan(1);

select is_empty(
    $$select f.name from tests.function as f where obj_description(f.function_id, 'pg_proc') is null$$,
    'every function says what it does'
);

select * from finish();
rollback;
