\ir ../../_setup.psql
select plan(2);

select tests.at('2026-01-01 12:00Z') as at, tests.given_log(keep => '10 days') as given \gset

select is_empty($$select ops.expired_partitions('tests.log')$$, 'at first there are none');

select tests.at('2026-01-14 00:00:01Z') as later \gset
select ops.maintain_log('tests.log'), ops.maintain_log('tests.log') as maintained \gset
select results_eq(
    $$select p::text from ops.expired_partitions('tests.log') as p$$,
    $$values ('tests.log_2026010100'::text), ('tests.log_2026010200'), ('tests.log_2026010300')$$,
    'those whose last moment is ten days past'
);

select * from finish();
rollback;
