\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select
    tests.given_schedule('later', next_fire_at => '2030-01-01 12:00:01Z') as later,
    tests.given_schedule('second', next_fire_at => '2030-01-01 12:00Z') as second,
    tests.given_schedule('first', cron => '@daily', next_fire_at => '2030-01-01 11:00Z') as first \gset
set local role howdah_worker;

select results_eq('select cron from queue.due_schedules(1)', $$values ('0 0 * * *')$$, 'as many as asked for, words as fields');
select results_eq(
    'select cron from queue.due_schedules() order by cron', $$values ('0 0 * * *'), ('0 2 * * *')$$,
    'not what is due in a second'
);

select * from finish();
rollback;
