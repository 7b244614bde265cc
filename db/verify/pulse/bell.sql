-- Verify howdah:pulse/bell on pg

begin;

select 'pulse.queue_armed'::regclass;
select 'pulse.queue_rung'::regclass;
select 'pulse.event_armed'::regclass;
select 'pulse.event_rung'::regclass;
select 1 / has_function_privilege('event_engine', 'pulse.arm(text)', 'execute')::int;
select 1 / has_function_privilege('queue_engine', 'pulse.arm(text)', 'execute')::int;
select 'pulse.sleepers(text)'::regprocedure;
select 1 / has_function_privilege('event_engine', 'pulse.ring(text,bigint)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'pulse.ring(text,bigint)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'pulse.ring(text,bigint)', 'execute')::int;
select 1 / has_function_privilege('queue_engine', 'pulse.ring(text,bigint)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'pulse.ring(text,bigint)', 'execute')::int;
select 1 / has_function_privilege('event_engine', 'pulse.ring_all(text[])', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'pulse.ring_all(text[])', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'pulse.ring_all(text[])', 'execute')::int;
select 1 / has_function_privilege('queue_engine', 'pulse.ring_all(text[])', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'pulse.ring_all(text[])', 'execute')::int;
select 'pulse.ring_with_commit(text)'::regprocedure;
select 1 / has_function_privilege('event_engine', 'pulse.announce(text)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'pulse.announce(text)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'pulse.announce(text)', 'execute')::int;
select 1 / has_function_privilege('queue_engine', 'pulse.announce(text)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'pulse.announce(text)', 'execute')::int;
select 1 / has_function_privilege('event_engine', 'pulse.defer_rings()', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'pulse.defer_rings()', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'pulse.defer_rings()', 'execute')::int;
select 1 / has_function_privilege('queue_engine', 'pulse.defer_rings()', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'pulse.defer_rings()', 'execute')::int;
select 1 / has_function_privilege('event_engine', 'pulse.rings()', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'pulse.rings()', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'pulse.rings()', 'execute')::int;
select 1 / has_function_privilege('queue_engine', 'pulse.rings()', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'pulse.rings()', 'execute')::int;
select 1 / has_function_privilege('event_engine', 'pulse.hurry()', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'pulse.hurry()', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'pulse.hurry()', 'execute')::int;
select 1 / has_function_privilege('queue_engine', 'pulse.hurry()', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'pulse.hurry()', 'execute')::int;
select 1 / has_function_privilege('event_engine', 'pulse.wait()', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'pulse.wait()', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'pulse.wait()', 'execute')::int;
select 1 / has_function_privilege('queue_engine', 'pulse.wait()', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'pulse.wait()', 'execute')::int;

rollback;
