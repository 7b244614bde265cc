-- Verify howdah:queue/list_jobs on pg

begin;

select 1 / has_function_privilege('api_owner', 'queue.list_jobs(bigint,integer,text,text,text)', 'execute')::int;

rollback;
