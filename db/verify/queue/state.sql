-- Verify howdah:queue/state on pg

begin;

select 'queue.job_state'::regtype;
select 'queue.last_attempt(uuid,bigint)'::regprocedure;
select 'queue.last_timer(uuid,bigint)'::regprocedure;
select 1 / has_function_privilege('queue_owner', 'queue.derive_state(queue.job)', 'execute')::int;

rollback;
