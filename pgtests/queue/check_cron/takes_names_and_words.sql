\ir ../../_setup.psql
select plan(1);

set local role queue_owner;

select is_empty(
    $$
    select c.cron
    from unnest(array[
        '0 0 * JAN *', '0 0 * jan-Mar *', '0 0 * * MON-FRI', '0 0 * * sun,SAT', '0 0 * feb,dec wed', '@hourly', '@daily',
        '@midnight', '@weekly', '@monthly', '@yearly', '@annually', '@DAILY'
    ]) as c (cron)
    where tests.code_of(format('select queue.check_cron(%L)', c.cron)) is not null
    $$,
    'months and days by their names, and words for the common ones'
);

select * from finish();
rollback;
