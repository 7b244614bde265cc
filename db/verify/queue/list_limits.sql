-- Verify howdah:queue/list_limits on pg

begin;

select 1 / has_function_privilege('api_owner', 'queue.list_limits(text)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'queue.shares_after(integer,uuid,integer)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.list_shares(text,uuid,integer)', 'execute')::int;

rollback;
