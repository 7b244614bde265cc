\ir ../../_setup.psql
select plan(3);

set local role queue_owner;

select is(tests.code_of($$select queue.check_cron('0 0 30 2 *')$$), 'QU422', 'no February has 30 days');
select is(tests.code_of($$select queue.check_cron('0 0 31 4,6,9,11 */2')$$), 'QU422', 'nor these 31');
select is(tests.code_of($$select queue.check_cron('0 0 31 4,5 *')$$), null, 'but one of these has');

select * from finish();
rollback;
