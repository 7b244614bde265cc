\ir ../_setup.psql
select plan(1);

select is_empty(
    $$
    select r.name
    from tests.relation as r
    where r.is_table
        and not exists (select from pg_index as i where i.indrelid = r.relation_id and i.indisprimary)
    $$,
    'every row can be named'
);

select * from finish();
rollback;
