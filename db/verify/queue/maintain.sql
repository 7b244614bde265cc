-- Verify howdah:queue/maintain on pg

begin;

select 1 / has_function_privilege('ops_owner', 'queue.maintain()', 'execute')::int;
select 1 / count(*) from ops.maintenance where function_name = 'queue.maintain';

rollback;
