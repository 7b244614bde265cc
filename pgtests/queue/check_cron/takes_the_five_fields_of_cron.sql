\ir ../../_setup.psql
select plan(1);

set local role queue_owner;

select is_empty(
    $$
    select c.cron, tests.code_of(format('select queue.check_cron(%L)', c.cron))
    from unnest(array[
        '* * * * *', '0 2 * * *', '59 23 31 12 7', '*/15 * * * *', '0 8-18/2 * * 1-5', '0,30 0,12 1,15 * *',
        '0-10/5,30 * * * *', '0 0 29 2 *', '0 0 31 4 MON', ' 0  2 * * * ', E'0\t2 * * *', '5 4 * * sun'
    ]) as c (cron)
    where tests.code_of(format('select queue.check_cron(%L)', c.cron)) is not null
    $$,
    'numbers, ranges, lists and steps'
);

select * from finish();
rollback;
