\ir ../../_setup.psql
select plan(2);

set local role howdah_worker;
select throws_ok(
    $$select ops.partition('audit.entry', 'audit.entry_id_seq', '1 day')$$, '42501', null,
    'a worker partitions nothing'
);
set local role queue_owner;
select throws_ok(
    $$select ops.create_partition('audit.entry', '2020-01-06Z', '2020-01-13Z')$$, '42501', null,
    'a service does not partition the log of another'
);

select * from finish();
rollback;
