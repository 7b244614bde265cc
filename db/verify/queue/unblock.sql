-- Verify howdah:queue/unblock on pg

begin;

select 'queue.is_cancelled(uuid,bigint,smallint)'::regprocedure;
select 'queue.look_at_needs(queue.blocked_lot)'::regprocedure;
select 1 / has_function_privilege('queue_owner', 'queue.needs_job_between(bigint,bigint)', 'execute')::int;
select 'queue.blocked_lots(integer,queue.timer[])'::regprocedure;
select 'queue.look_again(integer,queue.blocked_lot[],pulse.tick)'::regprocedure;
select 'queue.refuse_lots(queue.blocked_lot[])'::regprocedure;
select 'queue.unblock(integer,queue.timer[],pulse.tick)'::regprocedure;

rollback;
