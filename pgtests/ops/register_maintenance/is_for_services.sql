\ir ../../_setup.psql
select plan(2);

set local role howdah_worker;
select throws_ok(
    $$select ops.register_maintenance('pg_catalog.now')$$, '42501', null, 'a worker adds nothing'
);
set local role howdah_monitor;
select throws_ok(
    $$select ops.register_maintenance('pg_catalog.now')$$, '42501', null, 'nor does the monitor'
);

select * from finish();
rollback;
