\ir ../../_setup.psql
select plan(2);

select tests.at('2026-01-01 12:34Z') as at, tests.given_log() as given \gset

insert into tests.log default values;

select is(
    (select core.id_hour(l.log_id) from tests.log as l), '2026-01-01 12:00Z'::timestamptz,
    'a row is numbered with its hour'
);
select is(
    (select l.tableoid::regclass::text from tests.log as l), 'tests.log_2026010100',
    'and lies in the partition of its day'
);

select * from finish();
rollback;
