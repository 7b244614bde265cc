-- Verify howdah:demo/list_repositories on pg

begin;

select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/repositories';
select 1 / has_function_privilege('gateway_owner', 'demo.list_repositories(text, integer)', 'execute')::int;

rollback;
