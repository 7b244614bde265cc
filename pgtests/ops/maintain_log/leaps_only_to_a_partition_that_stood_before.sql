\ir ../../_setup.psql
select plan(2);

select tests.at('2026-01-01 12:00Z') as at, tests.given_log() as given \gset

select tests.at('2026-02-01 12:00Z') as later \gset
select ops.maintain_log('tests.log') as maintained \gset
select is(
    core.id_hour(pg_sequence_last_value('tests.log_id_seq')), '2026-01-01 12:00Z'::timestamptz,
    'maintenance that comes too late creates the partition first'
);
select ops.maintain_log('tests.log') as maintained \gset
select is(
    core.id_hour(pg_sequence_last_value('tests.log_id_seq')), '2026-02-01 12:00Z'::timestamptz,
    'and the next one leaps into it'
);

select * from finish();
rollback;
