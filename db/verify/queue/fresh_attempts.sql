-- Verify howdah:queue/fresh_attempts on pg

begin;

select 'queue.attempt'::regtype;
select 'queue.fresh_lots(queue.turn,pg_snapshot,bigint)'::regprocedure;
select 'queue.fresh_timers(integer,pg_snapshot,timestamp with time zone,pg_snapshot,timestamp with time zone)'::regprocedure;
select 'queue.attempt_of(queue.timer)'::regprocedure;
select 'queue.has_fresh_attempts(queue.turn)'::regprocedure;

rollback;
