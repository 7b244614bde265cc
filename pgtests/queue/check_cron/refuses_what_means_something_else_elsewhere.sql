\ir ../../_setup.psql
select plan(2);

set local role queue_owner;

select is_empty(
    $$
    select c.cron
    from unnest(array[
        '', '* * * *', '* * * * * *', '@reboot', '@every 5m', '5/15 * * * *', '3-3/2 * * * *', '10-5 * * * *', '*/0 * * * *',
        '*/60 * * * *', '* * * * FRI-MON', '* * L * *', '* * 15W * *', '* * * * MON#2', '* * ? * *', 'H * * * *', '1,,2 * * * *',
        '-5 * * * *', '1- * * * *', '*-5 * * * *', '* * JAN * *', '* * * MON *', '1.5 * * * *', 'a * * * *', '**/2 * * * *'
    ]) as c (cron)
    where tests.code_of(format('select queue.check_cron(%L)', c.cron)) is distinct from 'QU422'
    $$,
    'other dialects, and what is malformed'
);
select is(tests.code_of('select queue.check_cron(null)'), 'QU422', 'and nothing');

select * from finish();
rollback;
