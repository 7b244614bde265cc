-- Verify howdah:gateway/health on pg

begin;

select 1 / has_function_privilege('howdah_api', 'gateway.ready()', 'execute')::int;
select 1 / has_function_privilege('howdah_api', 'gateway.metrics()', 'execute')::int;

rollback;
