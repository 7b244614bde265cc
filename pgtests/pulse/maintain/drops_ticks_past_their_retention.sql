\ir ../../_setup.psql
select plan(1);

set local role pulse_owner;
select ops.create_partition('pulse.tick', '2025-01-01Z', '2025-01-02Z') as created \gset
insert into pulse.tick (tick_id, log, snapshot, last_id, floor_id, ticked_at)
values (core.id_at('2025-01-01 12:00Z'), 'queue', '1:1:', 7, 0, '2025-01-01 12:00Z');
insert into pulse.tick (log, snapshot, last_id, floor_id, ticked_at)
values ('queue', '1:1:', 8, 0, core.now());

set local role ops_owner;
select pulse.maintain() as maintained \gset

select is(to_regclass('pulse.tick_2025010100'), null, 'the partition of a log that went on is gone');

select * from finish();
rollback;
