-- Verify howdah:gateway/route on pg

begin;

select
    route_id, method, path, kind, function_name, operation_id,
    summary, tags, permission, is_public, idempotency, success_status,
    rate_class, page_key, argument_comments, examples, call_text
from gateway.route
where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'gateway.route'::regclass;
select type_name, field from gateway.nullable_field where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'gateway.nullable_field'::regclass;
select 1 / has_function_privilege('api_owner', 'gateway.declare_nullable(regtype,text[])', 'execute')::int;

rollback;
