\ir ../../_setup.psql
select plan(1);

set local role event_owner;
select ops.create_partition('event.event', '2025-01-01Z', '2025-01-02Z') as created \gset
reset role;
set local role ops_owner;

select event.maintain() as maintained \gset

select is(to_regclass('event.event_2025010100'), null, 'old events are dropped by the day');

select * from finish();
rollback;
