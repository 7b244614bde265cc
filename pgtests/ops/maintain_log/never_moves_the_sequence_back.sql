\ir ../../_setup.psql
select plan(1);

select tests.at('2026-01-01 12:00Z') as at, tests.given_log() as given \gset

select tests.at('2026-01-01 09:00Z') as earlier \gset
select ops.maintain_log('tests.log') as maintained \gset

select cmp_ok(
    pg_sequence_last_value('tests.log_id_seq'), '>=', core.id_at('2026-01-01 12:00Z'),
    'a clock that went back moves nothing'
);

select * from finish();
rollback;
