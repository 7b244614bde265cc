\ir ../../_setup.psql
select plan(2);

select tests.at('2026-01-01 12:00Z') as at, tests.given_log() as given \gset
insert into tests.log default values;

select tests.at('2026-01-01 13:05Z') as later \gset
select ops.maintain_log('tests.log') as maintained \gset
insert into tests.log default values;

select results_eq(
    'select core.id_hour(l.log_id) from tests.log as l order by l.log_id',
    $$values ('2026-01-01 12:00Z'::timestamptz), ('2026-01-01 13:00Z')$$,
    'the next row is numbered with the new hour'
);
select ops.maintain_log('tests.log') as maintained \gset
select is(
    pg_sequence_last_value('tests.log_id_seq'), (select max(l.log_id) from tests.log as l),
    'within an hour nothing leaps'
);

select * from finish();
rollback;
