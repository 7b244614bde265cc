\ir ../../_setup.psql
select plan(2);

set local role howdah_worker;
select ops.maintain() as maintained \gset

reset role;
select is_empty(
    $$
    select l.log_table
    from ops.log as l
    where (
        select max(to_timestamp(right(p.name, 10), 'YYYYMMDDHH24')) + l.every
        from tests.partition as p
        where p.log = l.log_table
    ) < now() + l.ahead
    $$,
    'each log has partitions as far ahead as it should'
);
select is_empty(
    $$
    select p.name
    from tests.partition as p
        inner join tests.relation as r on r.name like '%.' || p.name
    where r.owner <> (select l.owner from tests.relation as l where l.name = p.log)
    $$,
    'a partition belongs to the owner of its log'
);

select * from finish();
rollback;
