\ir ../_setup.psql
select plan(1);

select is_empty(
    $$
    select f.name, cardinality(string_to_array(btrim(f.source, E'\n'), E'\n'))
    from tests.function as f
    where cardinality(string_to_array(btrim(f.source, E'\n'), E'\n')) > 80
    $$,
    'no function is longer than 80 lines'
);

select * from finish();
rollback;
