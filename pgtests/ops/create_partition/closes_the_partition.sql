\ir ../../_setup.psql
select plan(2);

select tests.at('2026-01-01 12:00Z') as at, tests.given_log() as given \gset
insert into tests.log default values;

select is(
    (select c.relrowsecurity and c.relforcerowsecurity from pg_class as c where c.oid = 'tests.log_2026010100'::regclass),
    true, 'row-level security is forced on it'
);
select is_empty('select log_id from tests.log_2026010100', 'past the log, its rows are out of reach');

select * from finish();
rollback;
