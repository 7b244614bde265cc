-- Verify howdah:queue/turn on pg

begin;

select 1 / count(*) from ops.log where log_table = 'queue.turn';
select 'queue.turn_id_seq'::regclass;
select queue_id, turn_id, turned_at, snapshot, ticked_at, last_id, floor_id, barrier_xid, timers_snapshot, timers_ticked_at, waiting, tags, backlog_ids, offsets, suspended, pending_snapshot, pending_xid, pending_id from queue.turn where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.turn'::regclass;
select 1 / has_function_privilege('queue_owner', 'queue.latest_turn(integer)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'queue.open(integer)', 'execute')::int;

rollback;
