\ir ../../_setup.psql
select plan(1);

select tests.at('2026-01-01 12:00Z') as at, tests.given_log(keep => '1 day') as given \gset

select tests.at('2026-02-01 12:00Z') as later \gset

select is_empty(
    $$select ops.expired_partitions('tests.log')$$,
    'while the numbers have not moved on, rows still come into the old ones'
);

select * from finish();
rollback;
