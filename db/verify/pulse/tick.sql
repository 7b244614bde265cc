-- Verify howdah:pulse/tick on pg

begin;

select 1 / count(*) from ops.log where log_table = 'pulse.tick';
select 'pulse.tick_id_seq'::regclass;
select tick_id, log, snapshot, last_id, floor_id, barrier_xid, ticked_at from pulse.tick where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'pulse.tick'::regclass;
select 1 / has_function_privilege('event_engine', 'pulse.next_id(regclass)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'pulse.next_id(regclass)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'pulse.next_id(regclass)', 'execute')::int;
select 'pulse.present_snapshot()'::regprocedure;
select 1 / has_function_privilege('event_engine', 'pulse.latest_tick(text)', 'execute')::int;
select 1 / has_function_privilege('queue_engine', 'pulse.latest_tick(text)', 'execute')::int;
select 1 / has_function_privilege('event_engine', 'pulse.get_tick(text,bigint)', 'execute')::int;
select 1 / has_function_privilege('queue_engine', 'pulse.get_tick(text,bigint)', 'execute')::int;
select 1 / has_function_privilege('event_engine', 'pulse.tick_after(text,bigint)', 'execute')::int;
select 1 / has_function_privilege('queue_engine', 'pulse.tick_after(text,bigint)', 'execute')::int;
select 1 / has_function_privilege('event_engine', 'pulse.observe(bigint)', 'execute')::int;
select 1 / has_function_privilege('queue_engine', 'pulse.observe(bigint)', 'execute')::int;
select 1 / has_function_privilege('event_engine', 'pulse.tick(text,bigint)', 'execute')::int;
select 1 / has_function_privilege('queue_engine', 'pulse.tick(text,bigint)', 'execute')::int;

rollback;
