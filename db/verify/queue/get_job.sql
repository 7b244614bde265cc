-- Verify howdah:queue/get_job on pg

begin;

select 'queue.job_view'::regtype;
select 'queue.view_job(queue.job)'::regprocedure;
select 1 / has_function_privilege('api_owner', 'queue.get_job(bigint)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.list_jobs(bigint,integer,text,text)', 'execute')::int;

rollback;
