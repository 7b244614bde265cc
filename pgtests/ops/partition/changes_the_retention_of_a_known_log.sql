\ir ../../_setup.psql
select plan(1);

select tests.at('2026-01-01 12:00Z') as at, tests.given_log(keep => '10 days') as given \gset

select ops.partition('tests.log', 'tests.log_id_seq', keep => '30 days') as changed \gset

select is((ops.log_settings('tests.log')).keep, interval '30 days', 'the later word counts');

select * from finish();
rollback;
