\ir ../_setup.psql
select plan(1);

select is_empty(
    $$
    select k.conname, k.conrelid::regclass
    from pg_constraint as k
        inner join tests.relation as r on r.relation_id = k.conrelid
    where k.contype = 'f'
        and not exists (
            select
            from pg_index as i
            where i.indrelid = k.conrelid
                and i.indpred is null
                and (i.indkey::smallint[])[0:cardinality(k.conkey) - 1] @> k.conkey
        )
    $$,
    'what a foreign key asks for is found without reading the whole table'
);

select * from finish();
rollback;
