-- Verify howdah:api/members on pg

begin;

select 1 / count(*) from gateway.route where method = 'DELETE' and path = '/v1/members/{user_id}';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/members';
select 1 / count(*) from gateway.route where method = 'PATCH' and path = '/v1/members/{user_id}';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/members';
select 1 / count(*) from gateway.nullable_field where type_name = 'api.member';
select 'api.member'::regtype;
select 1 / has_function_privilege('gateway_owner', 'api.view_members(tenancy.membership[])', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.list_members(uuid,integer)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.add_member(core.email,core.slug,core.title)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.change_member(uuid,core.slug)', 'execute')::int;
select 'api.check_removable(uuid)'::regprocedure;
select 1 / has_function_privilege('gateway_owner', 'api.remove_member(uuid)', 'execute')::int;

rollback;
