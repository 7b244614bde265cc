\ir ../../_setup.psql
select plan(2);

select tests.at('2026-01-01 12:00Z') as at, tests.given_log() as given \gset

select is(ops.drop_partition('tests.log_2026010400'), true, 'it says that it did');
select is(to_regclass('tests.log_2026010400'), null, 'and the partition is gone');

select * from finish();
rollback;
