-- Verify howdah:queue/get_job on pg

begin;

select 'queue.progress_view'::regtype;
select 'queue.job_view'::regtype;
select 'queue.latest_progress(queue.job,bigint)'::regprocedure;
select 'queue.view_job(queue.job)'::regprocedure;
select 'queue.is_purged(uuid,bigint)'::regprocedure;
select 1 / has_function_privilege('api_owner', 'queue.get_job(bigint)', 'execute')::int;

rollback;
