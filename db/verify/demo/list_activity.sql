-- Verify howdah:demo/list_activity on pg

begin;

select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/activity';
select 1 / has_function_privilege('gateway_owner', 'demo.list_activity(bigint, integer, text)', 'execute')::int;

rollback;
