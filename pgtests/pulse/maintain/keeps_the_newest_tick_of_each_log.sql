\ir ../../_setup.psql
select plan(1);

set local role pulse_owner;
select ops.create_partition('pulse.tick', '2025-01-01Z', '2025-01-02Z') as created \gset
insert into pulse.tick (tick_id, log, snapshot, last_id, floor_id, ticked_at)
values (core.id_at('2025-01-01 12:00Z'), 'queue', '1:1:', 7, 0, '2025-01-01 12:00Z');

set local role ops_owner;
select pulse.maintain() as maintained \gset

set local role queue_engine;
select is(
    (pulse.latest_tick('queue')).last_id, 7::bigint,
    'a log that nobody has cut for a year still knows where it stands'
);

select * from finish();
rollback;
