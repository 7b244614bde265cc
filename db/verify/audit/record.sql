-- Verify howdah:audit/record on pg

begin;

select 1 / count(*) from ops.maintenance where function_name = 'audit.maintain';
select 1 / has_function_privilege('gateway_owner', 'audit.record(text,smallint,jsonb)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'audit.record(text,smallint,jsonb)', 'execute')::int;
select 1 / has_function_privilege('ops_owner', 'audit.maintain()', 'execute')::int;

rollback;
