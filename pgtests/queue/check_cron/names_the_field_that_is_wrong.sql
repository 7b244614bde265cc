\ir ../../_setup.psql
select plan(5);

set local role queue_owner;

select throws_ok(
    format('select queue.check_cron(%L)', c.cron), 'QU422',
    format('%L is not the %s', c.wrong, c.field), format('%s is refused', c.cron)
)
from (
    values
    ('60 * * * *', '60', 'minute of a cron expression: that is 0 to 59'),
    ('* 24 * * *', '24', 'hour of a cron expression: that is 0 to 23'),
    ('* * 0 * *', '0', 'day of the month of a cron expression: that is 1 to 31'),
    ('* * * 13 *', '13', 'month of a cron expression: that is 1 to 12'),
    ('* * * * 8', '8', 'day of the week of a cron expression: that is 0 to 7')
) as c (cron, wrong, field);

select * from finish();
rollback;
