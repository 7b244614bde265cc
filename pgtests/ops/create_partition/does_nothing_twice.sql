\ir ../../_setup.psql
select plan(1);

select tests.at('2026-01-01 12:00Z') as at, tests.given_log() as given \gset

select lives_ok(
    $$select ops.create_partition('tests.log', '2026-01-01 00:00Z', '2026-01-02 00:00Z')$$, 'one that is there stays'
);

select * from finish();
rollback;
