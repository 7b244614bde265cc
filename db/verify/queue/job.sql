-- Verify howdah:queue/job on pg

begin;

select tenant_id, job_id, xid, enqueued_at, run_at, deadline_at, queue, queue_id, priority, max_attempts, weight, is_announced, keeps_result, batch_id, kind, trace, ordering_key, limit_key, payload from queue.job where false;
select 1 / has_function_privilege('queue_engine', 'queue.find_job(uuid,bigint)', 'execute')::int;

rollback;
