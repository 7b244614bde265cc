\ir ../_setup.psql
-- The name is what a caller is shown. PostgreSQL's own names end in _check.
select plan(1);

select is_empty(
    $$
    select k.conname, coalesce(r.name, k.contypid::regtype::text)
    from pg_constraint as k
        inner join tests.schema as s on s.schema_id = k.connamespace
        left join tests.relation as r on r.relation_id = k.conrelid
    where k.contype = 'c'
        and (k.conname !~ '^[a-z][a-z0-9]*(_[a-z0-9]+){2,}$' or k.conname ~ '_check\d*$')
    $$,
    'a check that fails says what should have been'
);

select * from finish();
rollback;
