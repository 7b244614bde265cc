-- Verify howdah:pulse/maintain on pg

begin;

select 1 / count(*) from ops.maintenance where function_name = 'pulse.maintain';
select 'pulse.partitions_with_latest_tick()'::regprocedure;
select 1 / has_function_privilege('ops_owner', 'pulse.maintain()', 'execute')::int;

rollback;
