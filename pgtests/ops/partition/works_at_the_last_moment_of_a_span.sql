\ir ../../_setup.psql
select plan(1);

select tests.at('2026-01-01 23:59:59.9Z') as at, tests.given_log() as given \gset

insert into tests.log default values;

select is(
    (select l.tableoid::regclass::text from tests.log as l), 'tests.log_2026010100',
    'a row still lies in the day that ends'
);

select * from finish();
rollback;
