-- Verify howdah:queue/renew on pg

begin;

select 1 / has_function_privilege('queue_owner', 'queue.renew_turn(integer)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'queue.expire_forgotten(integer)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'queue.renew_gates(integer,bigint)', 'execute')::int;

rollback;
