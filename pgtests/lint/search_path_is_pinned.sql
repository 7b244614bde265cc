\ir ../_setup.psql
-- Functions in SQL that run with the rights of their caller are left to be inlined; a setting of
-- their own would stop that.
select plan(1);

select is_empty(
    $$
    select f.name
    from tests.function as f
    where (f.language = 'plpgsql' or f.is_definer) and not f.settings @> array['search_path=""']
    $$,
    'what plpgsql and borrowed rights mean by a name is not up to the caller'
);

select * from finish();
rollback;
