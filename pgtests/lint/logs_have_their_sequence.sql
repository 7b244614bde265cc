\ir ../_setup.psql
select plan(4);

select is_empty(
    $$
    select l.log_table
    from ops.log as l
    where not exists (select from tests.relation as r where r.name = l.log_table and r.kind = 'p')
    $$,
    'every log that ops looks after is there'
);
select is_empty(
    $$
    select r.name
    from tests.relation as r
    where r.kind = 'p' and r.name not in (select l.log_table from ops.log as l)
    $$,
    'ops looks after every partitioned table'
);
select is_empty(
    $$
    select l.log_table, l.id_sequence
    from ops.log as l
    where l.id_sequence is not null and not exists (
        select
        from tests.relation as r
        where r.name = l.id_sequence and r.kind = 'S' and split_part(l.log_table, '.', 1) = r.service
    )
    $$,
    'the sequence that numbers a log is there, in the same service'
);
select is_empty(
    $$
    select l.log_table
    from ops.log as l
        inner join pg_partitioned_table as p on p.partrelid = to_regclass(l.log_table)
        inner join pg_attribute as a on a.attrelid = p.partrelid and a.attnum = p.partattrs[0]
    where p.partstrat <> 'r'
        or p.partnatts <> 1
        or a.atttypid <> case when l.id_sequence is null then 'timestamptz'::regtype else 'bigint'::regtype end
    $$,
    'a log is divided by ranges of its numbers, or of moments, alone'
);

select * from finish();
rollback;
