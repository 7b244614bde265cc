\ir ../_setup.psql
-- A handler in SQL may fail in any way; its job fails with it, and the others of its page go on.
select plan(1);

select set_eq(
    $$select f.name from tests.function as f where f.body ~* '\mwhen\s+others\M'$$,
    $$values ('queue.perform_work')$$,
    'only what runs the functions of others catches whatever they raise'
);

select * from finish();
rollback;
