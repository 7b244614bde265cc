-- Verify howdah:queue/settle on pg

begin;

select 'queue.check_lease(queue.page,bigint,uuid)'::regprocedure;
select 1 / has_function_privilege('howdah_worker', 'queue.heartbeat(bigint,uuid)', 'execute')::int;
select 1 / has_function_privilege('howdah_worker', 'queue.settle(bigint,uuid,jsonb)', 'execute')::int;
select 1 / has_function_privilege('howdah_worker', 'queue.ring(text[])', 'execute')::int;

rollback;
