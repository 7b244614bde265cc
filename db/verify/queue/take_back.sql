-- Verify howdah:queue/take_back on pg

begin;

select 1 / has_function_privilege('api_owner', 'queue.list_workers()', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.list_pages()', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.take_back(bigint)', 'execute')::int;
select 'queue.find_tenant(bigint)'::regprocedure;
select 1 / has_function_privilege('api_owner', 'queue.locate_job(bigint)', 'execute')::int;

rollback;
