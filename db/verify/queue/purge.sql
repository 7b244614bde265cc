-- Verify howdah:queue/purge on pg

begin;

select 'queue.erase(bigint[])'::regprocedure;
select 1 / has_function_privilege('api_owner', 'queue.purge(bigint)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.purge_all(bigint[])', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.purge_dead(text,text,text,timestamp with time zone,timestamp with time zone,integer)', 'execute')::int;

rollback;
