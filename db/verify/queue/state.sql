-- Verify howdah:queue/state on pg

begin;

select 'queue.job_state'::regtype;
select 'queue.last_outcome(uuid,bigint)'::regprocedure;
select 'queue.running_page(integer,uuid,bigint)'::regprocedure;
select 'queue.is_cut(queue.job)'::regprocedure;
select 'queue.is_blocked(queue.job)'::regprocedure;
select 'queue.freed_at(queue.job)'::regprocedure;
select 1 / has_function_privilege('queue_owner', 'queue.derive_state(queue.job)', 'execute')::int;

rollback;
