-- Verify howdah:queue/maintain on pg

begin;

select 1 / count(*) from ops.maintenance where function_name = 'queue.maintain';
select 1 / has_function_privilege('queue_owner', 'queue.expire_forgotten_leases()', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'queue.lower_hints(timestamp with time zone)', 'execute')::int;
select 1 / has_function_privilege('ops_owner', 'queue.maintain()', 'execute')::int;

rollback;
