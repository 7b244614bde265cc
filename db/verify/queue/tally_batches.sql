-- Verify howdah:queue/tally_batches on pg

begin;

select 'queue.latest_tally(uuid,bigint)'::regprocedure;
select 'queue.fresh_entries(queue.tally)'::regprocedure;
select 1 / has_function_privilege('queue_owner', 'queue.tally_of(uuid,bigint,pg_snapshot)', 'execute')::int;
select 'queue.enqueue_follow_up(queue.batch,queue.tally)'::regprocedure;
select 'queue.tally_batch(uuid,bigint,pg_snapshot)'::regprocedure;
select 'queue.tally_batches(queue.timer[],pg_snapshot)'::regprocedure;
select 1 / has_function_privilege('queue_owner', 'queue.has_unfinished_batch(bigint,bigint)', 'execute')::int;

rollback;
