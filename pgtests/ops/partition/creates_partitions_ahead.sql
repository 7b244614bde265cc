\ir ../../_setup.psql
select plan(1);

select tests.at('2026-01-01 12:34Z') as at, tests.given_log() as given \gset

select results_eq(
    $$select p.name from tests.partition as p where p.log = 'tests.log' order by p.name$$,
    $$values ('log_2026010100'::text), ('log_2026010200'), ('log_2026010300'), ('log_2026010400')$$,
    'today''s and those of the next three days'
);

select * from finish();
rollback;
