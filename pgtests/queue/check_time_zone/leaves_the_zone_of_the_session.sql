\ir ../../_setup.psql
select plan(1);

set local timezone = 'Asia/Tokyo';
set local role queue_owner;
select queue.check_time_zone('Europe/Berlin') as checked \gset

select is(current_setting('timezone'), 'Asia/Tokyo', 'the session goes on in its own');

select * from finish();
rollback;
