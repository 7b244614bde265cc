\ir ../../_setup.psql
select plan(1);

select tests.at('2026-01-01 12:00Z') as at, tests.given_log() as given \gset

select tests.at('2026-01-03 00:00Z') as later \gset
select ops.maintain_log('tests.log') as maintained \gset

select results_eq(
    $$select max(p.name) from tests.partition as p where p.log = 'tests.log'$$,
    $$values ('log_2026010600'::text)$$,
    'there are always three days ahead'
);

select * from finish();
rollback;
